import { useSearchParams } from 'react-router';
import { Labeled } from '../../components/labeled.tsx';
import type { Choice } from '../../form/choice-field.tsx';
import { useMessages } from '../../i18n/messages.tsx';
import { withFilter } from './with-filter.ts';

interface FilterChoiceProps {
  /** In the address. */
  name: string;
  label: string;
  choices: Choice[];
  /** What no filter is called; by default "All". */
  all?: string;
}

/** One filter of the list. */
export function FilterChoice({ name, label, choices, all }: FilterChoiceProps) {
  const { t } = useMessages();
  const [query, setQuery] = useSearchParams();
  const value = query.get(name) ?? '';
  const isKnown = value === '' || choices.some((choice) => choice.value === value);
  return (
    <Labeled label={label}>
      {(ids) => (
        <select
          {...ids}
          value={value}
          onChange={({ target }) =>
            setQuery((now) => withFilter(now, name, target.value), { replace: true })
          }
        >
          <option value="">{all ?? t('records.all')}</option>
          {!isKnown && <option value={value}>{value}</option>}
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.text}
            </option>
          ))}
        </select>
      )}
    </Labeled>
  );
}
