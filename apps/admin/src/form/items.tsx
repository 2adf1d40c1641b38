import { type ReactNode, useState } from 'react';
import { useFieldArray, useFormContext, useWatch } from 'react-hook-form';
import { useMessages } from '../i18n/messages.tsx';
import { errorAt } from './form-errors.ts';

interface ItemsProps {
  /** Path of the list in the record. */
  name: string;
  title: string;
  /** The text of the button that adds one. */
  add: string;
  /** A new item. */
  empty: () => object;
  /** What an item is called while it is closed. */
  summary: (item: Record<string, unknown>) => string;
  children: (path: string) => ReactNode;
}

/** Parts of a record that can be added, removed and moved; each opens on its own. */
export function Items({ name, title, add, empty, summary, children }: ItemsProps) {
  const { t } = useMessages();
  const { control, formState } = useFormContext();
  const { fields, append, remove, move } = useFieldArray({ control, name, keyName: 'key' });
  // What was added is open, to be filled in.
  const [added, setAdded] = useState<number | null>(null);
  const error = errorAt(formState.errors, `${name}.root`) ?? errorAt(formState.errors, name);
  return (
    <fieldset className="items">
      <legend>
        {title} ({fields.length})
      </legend>
      {error && <p className="field-error">{error}</p>}
      {fields.map(({ key }, index) => (
        <details
          key={key}
          className="item"
          open={fields.length === 1 || index === added || undefined}
        >
          <summary>
            <ItemSummary path={`${name}.${index}`} summary={summary} />
          </summary>
          <div className="item-fields">{children(`${name}.${index}`)}</div>
          <p className="item-buttons">
            <button
              type="button"
              className="quiet"
              disabled={index === 0}
              onClick={() => move(index, index - 1)}
            >
              {t('form.up')}
            </button>
            <button
              type="button"
              className="quiet"
              disabled={index === fields.length - 1}
              onClick={() => move(index, index + 1)}
            >
              {t('form.down')}
            </button>
            <button type="button" className="quiet danger" onClick={() => remove(index)}>
              {t('form.remove')}
            </button>
          </p>
        </details>
      ))}
      <button
        type="button"
        className="quiet"
        onClick={() => {
          append(empty());
          setAdded(fields.length);
        }}
      >
        {add}
      </button>
    </fieldset>
  );
}

interface ItemSummaryProps {
  path: string;
  summary: ItemsProps['summary'];
}

function ItemSummary({ path, summary }: ItemSummaryProps) {
  const { t } = useMessages();
  const item = useWatch({ name: path }) as Record<string, unknown> | undefined;
  return (item && summary(item)) || t('form.new');
}
