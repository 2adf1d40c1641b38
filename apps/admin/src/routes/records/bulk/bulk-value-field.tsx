import { Labeled } from '../../../components/labeled.tsx';
import { PlainField } from '../../../components/plain-field.tsx';
import { useMessages } from '../../../i18n/messages.tsx';
import { type BulkChoice, useBulkValues } from './bulk-choices.ts';

interface BulkValueFieldProps {
  choice: BulkChoice;
  value: string;
  onValue: (value: string) => void;
}

/** The value that the records get, if they get one. */
export function BulkValueField({ choice, value, onValue }: BulkValueFieldProps) {
  const { t } = useMessages();
  const values = useBulkValues(choice);
  const { action, field } = choice;
  if (action === 'request_verification') return <p className="hint">{t('bulk.requestHint')}</p>;
  if (!values) {
    const isLanguage = field === 'languages';
    return (
      <PlainField
        label={t(isLanguage ? 'bulk.languageCode' : 'bulk.value')}
        {...(isLanguage ? { hint: t('bulk.languageHint') } : {})}
        type={field === 'website' ? 'url' : 'text'}
        value={value}
        onValue={onValue}
        required={field !== 'website'}
      />
    );
  }
  const isPerson = action === 'assign';
  return (
    <Labeled label={t(isPerson ? 'bulk.person' : 'bulk.value')}>
      {(ids) => (
        <select
          {...ids}
          value={value}
          onChange={({ target }) => onValue(target.value)}
          required={!isPerson}
        >
          <option value="">{isPerson ? t('records.nobody') : ''}</option>
          {values.map((one) => (
            <option key={one.value} value={one.value}>
              {one.text}
            </option>
          ))}
        </select>
      )}
    </Labeled>
  );
}
