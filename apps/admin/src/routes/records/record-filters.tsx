import { useEffect, useState } from 'react';
import { useSearchParams } from 'react-router';
import { type EditedKind, editedKinds } from '#contract';
import { Labeled } from '../../components/labeled.tsx';
import { PlainField } from '../../components/plain-field.tsx';
import { useMessages } from '../../i18n/messages.tsx';

/** While somebody types, the list waits this long. */
const TYPING_MS = 250;

interface RecordFiltersProps {
  counts: Record<EditedKind, number> | undefined;
}

/** What the list shows. */
export function RecordFilters({ counts }: RecordFiltersProps) {
  const { t } = useMessages();
  const [query, setQuery] = useSearchParams();
  const [words, setWords] = useState(query.get('q') ?? '');
  const set = (name: string, value: string) => {
    setQuery(
      (now) => {
        if (value) now.set(name, value);
        else now.delete(name);
        now.delete('page');
        return now;
      },
      { replace: true },
    );
  };
  useEffect(() => {
    if (words === (query.get('q') ?? '')) return;
    const timer = setTimeout(() => set('q', words), TYPING_MS);
    return () => clearTimeout(timer);
  });
  return (
    <search className="filters">
      <PlainField label={t('records.search')} type="search" value={words} onValue={setWords} />
      <Labeled label={t('records.kind')}>
        {(ids) => (
          <select
            {...ids}
            value={query.get('kind') ?? ''}
            onChange={({ target }) => set('kind', target.value)}
          >
            <option value="">{t('records.allKinds')}</option>
            {editedKinds.map((kind) => (
              <option key={kind} value={kind}>
                {t(`kind.${kind}`)}
                {counts && ` (${counts[kind]})`}
              </option>
            ))}
          </select>
        )}
      </Labeled>
      <Labeled label={t('records.due')}>
        {(ids) => (
          <select
            {...ids}
            value={query.get('due') ?? ''}
            onChange={({ target }) => set('due', target.value)}
          >
            <option value="">{t('records.all')}</option>
            <option value="never">{t('freshness.never')}</option>
            <option value="due">{t('freshness.due')}</option>
          </select>
        )}
      </Labeled>
    </search>
  );
}
