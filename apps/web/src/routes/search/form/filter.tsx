import { useId } from 'react';
import { useMessages } from '../../../i18n/messages.tsx';

export interface FilterProps {
  /** Name of the parameter in the page's URL. */
  name: string;
  label: string;
  any: string;
  value: string;
  options: { code: string; text: string; count?: number }[];
  onChange(code: string): void;
}

/** A filter by local date and time. */
export function TimeFilter({
  name,
  label,
  value,
  onChange,
}: Pick<FilterProps, 'name' | 'label' | 'value' | 'onChange'>) {
  const id = useId();
  return (
    <div className="filter">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="datetime-local"
        name={name}
        value={value}
        onChange={({ target }) => onChange(target.value)}
      />
    </div>
  );
}

/** A filter that shows the number of places for each value. */
export function Filter({ name, label, any, value, options, onChange }: FilterProps) {
  const { t } = useMessages();
  const id = useId();
  return (
    <div className="filter">
      <label htmlFor={id}>{label}</label>
      <select id={id} name={name} value={value} onChange={({ target }) => onChange(target.value)}>
        <option value="">{any}</option>
        {options.map(({ code, text, count }) => (
          <option key={code} value={code}>
            {count === undefined ? text : t('filter.option', { name: text, count })}
          </option>
        ))}
      </select>
    </div>
  );
}
