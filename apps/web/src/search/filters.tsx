import { useId } from 'react';
import type { CodeCount } from '#contract';
import { useMessages } from '../messages/messages.tsx';

export interface FilterProps {
  label: string;
  any: string;
  value: string;
  options: CodeCount[];
  onChange(code: string): void;
}

/** One filter, each value with how many places it would find. */
export function Filter({ label, any, value, options, onChange }: FilterProps) {
  const { t, language } = useMessages();
  const id = useId();
  return (
    <div className="filter">
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={({ target }) => onChange(target.value)}>
        <option value="">{any}</option>
        {options.map(({ code, names, count }) => (
          <option key={code} value={code}>
            {t('filter.option', { name: names[language] ?? code, count })}
          </option>
        ))}
      </select>
    </div>
  );
}
