import { useEffect, useState } from 'react';
import { useSearchParams } from 'react-router';
import { dueStates, type EditedKind, editedKinds, recordSorts } from '#contract';
import { PlainField } from '../../components/plain-field.tsx';
import { useMessages } from '../../i18n/messages.tsx';
import { useVocabulary } from '../record/parts/use-vocabulary.ts';
import { FilterChoice } from './filter-choice.tsx';
import { withFilter } from './with-filter.ts';

/** While somebody types, the list waits this long. */
const TYPING_MS = 250;
/** Of organizations; help lines and facilities are active or not known. */
const STATUSES = ['active', 'unknown', 'closed'] as const;

interface RecordFiltersProps {
  counts: Record<EditedKind, number> | undefined;
}

/** What the list shows, and in which order: all of it stands in the address. */
export function RecordFilters({ counts }: RecordFiltersProps) {
  const { t } = useMessages();
  const regions = useVocabulary('regions');
  const services = useVocabulary('service-types');
  return (
    <search className="filters">
      <WordsField />
      <FilterChoice
        name="kind"
        label={t('records.kind')}
        all={t('records.allKinds')}
        choices={editedKinds.map((kind) => {
          const count = counts ? ` (${counts[kind]})` : '';
          return { value: kind, text: `${t(`kind.${kind}`)}${count}` };
        })}
      />
      <FilterChoice name="region" label={t('records.region')} choices={regions} />
      <FilterChoice name="service" label={t('records.service')} choices={services} />
      <FilterChoice
        name="status"
        label={t('records.status')}
        choices={STATUSES.map((value) => ({ value, text: t(`status.${value}`) }))}
      />
      <FilterChoice
        name="due"
        label={t('records.due')}
        choices={dueStates.map((value) => ({ value, text: t(`freshness.${value}`) }))}
      />
      <FilterChoice
        name="assigned"
        label={t('records.assigned')}
        choices={[
          { value: 'me', text: t('records.me') },
          { value: 'nobody', text: t('records.nobody') },
        ]}
      />
      <FilterChoice
        name="sort"
        label={t('records.sort')}
        all={t('records.sort.name')}
        choices={recordSorts
          .filter((value) => value !== 'name')
          .map((value) => ({ value, text: t(`records.sort.${value}`) }))}
      />
    </search>
  );
}

function WordsField() {
  const { t } = useMessages();
  const [query, setQuery] = useSearchParams();
  const inAddress = query.get('q') ?? '';
  const [words, setWords] = useState(inAddress);
  const [shown, setShown] = useState(inAddress);
  // A saved view, or the button for going back, has changed the address.
  if (shown !== inAddress) {
    setShown(inAddress);
    setWords(inAddress);
  }
  useEffect(() => {
    if (words === inAddress) return;
    const timer = setTimeout(() => {
      setShown(words);
      setQuery((now) => withFilter(now, 'q', words), { replace: true });
    }, TYPING_MS);
    return () => clearTimeout(timer);
  });
  return <PlainField label={t('records.search')} type="search" value={words} onValue={setWords} />;
}
