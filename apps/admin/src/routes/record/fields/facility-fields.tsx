import { useWatch } from 'react-hook-form';
import type { FacilityDocument } from '#contract';
import { TextField } from '../../../form/text-field.tsx';
import { useMessages } from '../../../i18n/messages.tsx';
import { ConfidenceFields } from '../parts/confidence-fields.tsx';
import { SourceItems } from '../parts/source-items.tsx';
import { PointFields } from '../point/point-fields.tsx';

/** Everything about a detention facility. */
export function FacilityFields() {
  const { t } = useMessages();
  return (
    <>
      <div className="columns">
        <TextField name="document.name" label={t('record.name')} isRequired />
        <TextField name="document.slug" label={t('record.slug')} isRequired />
        <TextField name="document.ice_code" label={t('facility.iceCode')} isRequired />
        <TextField name="document.field_office" label={t('facility.fieldOffice')} isRequired />
        <TextField name="document.phone" label={t('phone.number')} type="tel" />
      </div>
      <div className="columns">
        <TextField name="document.address_1" label={t('address.street')} isRequired />
        <TextField name="document.city" label={t('address.city')} isRequired />
        <TextField name="document.region" label={t('address.region')} hint="US-TX" isRequired />
        <TextField name="document.postal_code" label={t('address.postalCode')} isRequired />
        <TextField name="document.country" label={t('address.country')} isRequired />
      </div>
      <FacilityPoint />
      <div className="columns">
        <TextField
          name="document.average_daily_population"
          label={t('facility.population')}
          type="number"
        />
        <TextField name="document.population_as_of" label={t('phone.asOf')} />
        <TextField name="document.in_use_as_of" label={t('facility.inUseAsOf')} />
      </div>
      <TextField name="document.note" label={t('place.note')} isLong />
      <ConfidenceFields />
      <SourceItems path="document" />
    </>
  );
}

/** Where the facility is; what facilities are is public. */
function FacilityPoint() {
  const { city, region } = useWatch({ name: 'document' }) as FacilityDocument;
  const isRegion = /^[A-Z]{2}-[A-Z0-9]{1,3}$/.test(region ?? '');
  return (
    <PointFields
      path="document.point"
      // Its own address is that of a record, too.
      address={{ address_1: null, city: city || null, region: isRegion ? region : null }}
      isPrivate={false}
      hasPrecision={false}
    />
  );
}
