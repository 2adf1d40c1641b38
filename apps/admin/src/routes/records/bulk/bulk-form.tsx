import { type FormEvent, useState } from 'react';
import type { BulkChange, RevisionNote } from '#contract';
import { Labeled } from '../../../components/labeled.tsx';
import { PlainField } from '../../../components/plain-field.tsx';
import { useMessages } from '../../../i18n/messages.tsx';
import { today } from '../../../i18n/texts.ts';
import { type BulkChoice, bulkChoices, bulkText } from './bulk-choices.ts';
import { BulkValueField } from './bulk-value-field.tsx';

interface BulkFormProps {
  count: number;
  onSubmit: (change: BulkChange, revision: RevisionNote | null) => void;
}

/** What is done with the selected records. */
export function BulkForm({ count, onSubmit }: BulkFormProps) {
  const { t } = useMessages();
  const [choice, setChoice] = useState(bulkChoices[0] as BulkChoice);
  const [value, setValue] = useState('');
  const [source, setSource] = useState({ what: '', date: today() });
  const { action, field } = choice;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const change = { action, field, value: value.trim() || null };
    onSubmit(change, field && { reason: null, source: { url: null, ...source } });
  };
  return (
    <form onSubmit={submit}>
      <Labeled label={t('bulk.what')}>
        {(ids) => (
          <select
            {...ids}
            value={choice.name}
            onChange={({ target }) => {
              setChoice(bulkChoices[target.selectedIndex] as BulkChoice);
              setValue('');
            }}
          >
            {bulkChoices.map((one) => (
              <option key={one.name} value={one.name}>
                {t(bulkText(one))}
              </option>
            ))}
          </select>
        )}
      </Labeled>
      <BulkValueField choice={choice} value={value} onValue={setValue} />
      {field && (
        <>
          <PlainField
            label={t('revision.source')}
            hint={t('revision.sourceHint')}
            value={source.what}
            onValue={(what) => setSource({ ...source, what })}
            required
          />
          <PlainField
            label={t('revision.date')}
            type="date"
            value={source.date}
            onValue={(date) => setSource({ ...source, date })}
            required
          />
        </>
      )}
      <button type="submit">{t('bulk.submit', { count })}</button>
    </form>
  );
}
