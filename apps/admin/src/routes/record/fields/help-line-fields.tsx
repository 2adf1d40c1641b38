import { CheckField } from '../../../form/check-field.tsx';
import { ChoicesField } from '../../../form/choices-field.tsx';
import { ListField } from '../../../form/list-field.tsx';
import { TextField } from '../../../form/text-field.tsx';
import { useMessages } from '../../../i18n/messages.tsx';
import { ConfidenceFields } from '../parts/confidence-fields.tsx';
import { PhoneItems } from '../parts/phone-items.tsx';
import { SourceItems } from '../parts/source-items.tsx';
import { SpeedDialItems } from '../parts/speed-dial-items.tsx';
import { useVocabulary } from '../parts/use-vocabulary.ts';
import { OrganizationField } from './organization-field.tsx';

/** Everything about a help line. */
export function HelpLineFields() {
  const { t } = useMessages();
  const types = useVocabulary('service-types');
  return (
    <>
      <div className="columns">
        <TextField name="document.name" label={t('record.name')} />
        <TextField
          name="document.slug"
          label={t('record.slug')}
          hint={t('record.slugHint')}
          isRequired
        />
        <TextField name="document.position" label={t('helpLine.position')} type="number" />
      </div>
      <OrganizationField />
      <TextField name="document.audience" label={t('helpLine.audience')} />
      <CheckField name="document.published" label={t('helpLine.published')} />
      <CheckField name="document.locates" label={t('helpLine.locates')} />
      <div className="columns">
        <TextField name="document.website" label={t('record.website')} type="url" />
        <TextField name="document.email" label={t('account.email')} type="email" />
        <TextField name="document.hours" label={t('service.hours')} />
        <ListField
          name="document.languages"
          label={t('service.languages')}
          hint="en, es, mam"
          separator=","
        />
      </div>
      <TextField name="document.note" label={t('place.note')} isLong />
      <ChoicesField name="document.service_types" label={t('service.types')} choices={types} />
      <PhoneItems path="document" />
      <SpeedDialItems path="document" />
      <ConfidenceFields />
      <SourceItems path="document" />
    </>
  );
}
