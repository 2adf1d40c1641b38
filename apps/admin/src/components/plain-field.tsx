import type { ComponentProps } from 'react';
import { Labeled } from './labeled.tsx';

interface PlainFieldProps extends Omit<ComponentProps<'input'>, 'onChange' | 'value'> {
  label: string;
  hint?: string;
  value: string;
  onValue: (value: string) => void;
}

/** One line of text in a form of a few fields. */
export function PlainField({ label, hint, value, onValue, ...input }: PlainFieldProps) {
  return (
    <Labeled label={label} hint={hint} isRequired={input.required ?? false}>
      {(ids) => (
        <input {...ids} {...input} value={value} onChange={({ target }) => onValue(target.value)} />
      )}
    </Labeled>
  );
}
