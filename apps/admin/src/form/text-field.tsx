import { useFormContext } from 'react-hook-form';
import { Labeled } from '../components/labeled.tsx';
import { errorAt } from './form-errors.ts';

interface TextFieldProps {
  /** Path of the value in the record. */
  name: string;
  label: string;
  hint?: string;
  type?: 'text' | 'email' | 'url' | 'tel' | 'date' | 'time' | 'number';
  /** Several lines. */
  isLong?: boolean;
  isRequired?: boolean;
  isReadOnly?: boolean;
}

/** Text of a record. An empty field is unknown, which is stored as null. */
export function TextField({ name, label, hint, type = 'text', ...props }: TextFieldProps) {
  const { isLong = false, isRequired = false, isReadOnly = false } = props;
  const { register, formState } = useFormContext();
  const input = register(name, { setValueAs: type === 'number' ? asNumber : asText });
  return (
    <Labeled
      label={label}
      hint={hint}
      error={errorAt(formState.errors, name)}
      isRequired={isRequired}
    >
      {(ids) =>
        isLong ? (
          <textarea {...ids} {...input} rows={4} readOnly={isReadOnly} />
        ) : (
          <input
            {...ids}
            {...input}
            type={type === 'number' ? 'text' : type}
            inputMode={type === 'number' ? 'decimal' : undefined}
            readOnly={isReadOnly}
            aria-required={isRequired}
          />
        )
      }
    </Labeled>
  );
}

function asText(value: string | null): string | null {
  return value === null || value.trim() === '' ? null : value;
}

function asNumber(value: string | number | null): number | string | null {
  if (value === null || value === '') return null;
  const number = Number(value);
  // What is no number stays as it was typed, and the server says what is wrong with it.
  return Number.isFinite(number) ? number : value;
}
