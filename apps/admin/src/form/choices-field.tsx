import { useController } from 'react-hook-form';
import type { Choice } from './choice-field.tsx';

interface ChoicesFieldProps {
  name: string;
  label: string;
  choices: Choice[];
}

/** Any number of several values. */
export function ChoicesField({ name, label, choices }: ChoicesFieldProps) {
  const { field, fieldState } = useController({ name });
  const chosen: string[] = field.value ?? [];
  const toggle = (value: string) => {
    const next = chosen.includes(value)
      ? chosen.filter((one) => one !== value)
      : [...chosen, value];
    field.onChange(next);
  };
  return (
    <fieldset className="choices">
      <legend>{label}</legend>
      {choices.map(({ value, text }) => (
        <label className="check" key={value}>
          <input
            type="checkbox"
            checked={chosen.includes(value)}
            onChange={() => toggle(value)}
            onBlur={field.onBlur}
          />
          {text}
        </label>
      ))}
      {fieldState.error && <p className="field-error">{fieldState.error.message}</p>}
    </fieldset>
  );
}
