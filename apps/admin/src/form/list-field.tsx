import { useController } from 'react-hook-form';
import { Labeled } from '../components/labeled.tsx';

interface ListFieldProps {
  name: string;
  label: string;
  hint?: string;
  /** Between values on one line; without it every line is one. */
  separator?: ',';
}

/** Short texts, one to a line or separated by commas. */
export function ListField({ name, label, hint, separator }: ListFieldProps) {
  const { field, fieldState } = useController({ name });
  const values: string[] = field.value ?? [];
  const split = (text: string) =>
    text
      .split(separator ?? '\n')
      .map((one) => one.trim())
      .filter((one) => one !== '');
  const isShort = separator !== undefined;
  return (
    <Labeled label={label} hint={hint} error={fieldState.error?.message}>
      {(ids) => {
        const text = values.join(isShort ? ', ' : '\n');
        const input = {
          ...ids,
          ref: field.ref,
          defaultValue: text,
          onBlur: ({ target }: { target: { value: string } }) => {
            field.onChange(split(target.value));
            field.onBlur();
          },
        };
        // Another field for another value: what was typed is taken back with it.
        return isShort ? (
          <input key={text} {...input} />
        ) : (
          <textarea key={text} {...input} rows={3} />
        );
      }}
    </Labeled>
  );
}
