import { useWatch } from 'react-hook-form';
import { listingStatuses } from '#contract';
import { ChoiceField } from '../../../form/choice-field.tsx';
import { Items } from '../../../form/items.tsx';
import { ListField } from '../../../form/list-field.tsx';
import { TextField } from '../../../form/text-field.tsx';
import { useMessages } from '../../../i18n/messages.tsx';
import { ConfidenceFields } from '../parts/confidence-fields.tsx';
import { FacilityStatementItems } from '../parts/facility-statement-items.tsx';
import { PhoneItems } from '../parts/phone-items.tsx';
import { SourceItems } from '../parts/source-items.tsx';
import { SpeedDialItems } from '../parts/speed-dial-items.tsx';
import { TranslationItems } from '../parts/translation-items.tsx';
import { PlaceItems } from './place-items.tsx';
import { ServiceItems } from './service-items.tsx';

/** Everything about an organization. */
export function OrganizationFields() {
  const { t } = useMessages();
  return (
    <>
      <div className="columns">
        <TextField name="document.name" label={t('record.name')} isRequired />
        <TextField
          name="document.slug"
          label={t('record.slug')}
          hint={t('record.slugHint')}
          isRequired
        />
      </div>
      <ListField
        name="document.alternate_names"
        label={t('organization.otherNames')}
        hint={t('form.onePerLine')}
      />
      <TextField name="document.description" label={t('record.description')} isLong />
      <StatusFields />
      <div className="columns">
        <TextField name="document.website" label={t('record.website')} type="url" />
        <TextField name="document.email" label={t('account.email')} type="email" />
      </div>
      <Items
        name="document.other_websites"
        title={t('organization.otherWebsites')}
        add={t('organization.addWebsite')}
        empty={() => ({ label: null, url: '' })}
        summary={({ url, label }) => String(label ?? url ?? '')}
      >
        {(path) => (
          <div className="columns">
            <TextField name={`${path}.url`} label={t('record.website')} type="url" isRequired />
            <TextField name={`${path}.label`} label={t('phone.label')} />
          </div>
        )}
      </Items>
      <PhoneItems path="document" />
      <PlaceItems />
      <ServiceItems />
      <FacilityStatementItems />
      <SpeedDialItems path="document" />
      <TranslationItems
        path="document"
        fields={['description', 'status_note', 'what_happened', 'still_there']}
      />
      <ConfidenceFields />
      <SourceItems path="document" />
    </>
  );
}

function StatusFields() {
  const { t } = useMessages();
  const status = useWatch({ name: 'document.status' });
  return (
    <>
      <div className="columns">
        <ChoiceField
          name="document.status"
          label={t('organization.status')}
          choices={listingStatuses.map((value) => ({ value, text: t(`status.${value}`) }))}
        />
        <TextField name="document.status_note" label={t('organization.statusNote')} />
      </div>
      {status === 'closed' && (
        <div className="columns">
          <TextField
            name="document.closure.closed_on"
            label={t('organization.closedOn')}
            type="date"
          />
          <TextField
            name="document.closure.what_happened"
            label={t('organization.whatHappened')}
            isLong
          />
          <TextField
            name="document.closure.still_there"
            label={t('organization.stillThere')}
            isLong
          />
        </div>
      )}
    </>
  );
}
