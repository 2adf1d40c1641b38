import { useFormContext } from 'react-hook-form';
import { Labeled } from '../components/labeled.tsx';
import { errorAt } from './form-errors.ts';

export interface Choice {
  value: string;
  text: string;
}

interface ChoiceFieldProps {
  name: string;
  label: string;
  hint?: string;
  choices: Choice[];
  /** What null is called; without it a choice has to be made. */
  none?: string;
}

/** One of several values. */
export function ChoiceField({ name, label, hint, choices, none }: ChoiceFieldProps) {
  const { register, formState } = useFormContext();
  return (
    <Labeled label={label} hint={hint} error={errorAt(formState.errors, name)}>
      {(ids) => (
        <select
          {...ids}
          {...register(name, { setValueAs: (value: string | null) => value || null })}
        >
          {none !== undefined && <option value="">{none}</option>}
          {choices.map(({ value, text }) => (
            <option key={value} value={value}>
              {text}
            </option>
          ))}
        </select>
      )}
    </Labeled>
  );
}
