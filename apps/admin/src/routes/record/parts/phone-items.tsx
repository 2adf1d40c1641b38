import { phoneTypes } from '#contract';
import { ChoiceField } from '../../../form/choice-field.tsx';
import { Items } from '../../../form/items.tsx';
import { TextField } from '../../../form/text-field.tsx';
import { useMessages } from '../../../i18n/messages.tsx';
import { newPhone } from '../new-documents.ts';

/** Phone numbers. */
export function PhoneItems({ path }: { path: string }) {
  const { t } = useMessages();
  return (
    <Items
      name={`${path}.phones`}
      title={t('phone.title')}
      add={t('phone.add')}
      empty={newPhone}
      summary={({ number, label }) => [number, label].filter(Boolean).join(', ')}
    >
      {(phone) => (
        <div className="columns">
          <TextField
            name={`${phone}.number`}
            label={t('phone.number')}
            hint={t('phone.numberHint')}
            type="tel"
            isRequired
          />
          <TextField name={`${phone}.extension`} label={t('phone.extension')} />
          <ChoiceField
            name={`${phone}.type`}
            label={t('phone.type')}
            none={t('form.unknown')}
            choices={phoneTypes.map((value) => ({ value, text: t(`phoneType.${value}`) }))}
          />
          <TextField name={`${phone}.label`} label={t('phone.label')} />
          <TextField name={`${phone}.as_of`} label={t('phone.asOf')} />
          <TextField name={`${phone}.source_url`} label={t('phone.source')} type="url" />
        </div>
      )}
    </Items>
  );
}
