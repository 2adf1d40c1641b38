import { useWatch } from 'react-hook-form';
import { type PlaceDocument, visibilities } from '#contract';
import { ChoiceField } from '../../../form/choice-field.tsx';
import { Items } from '../../../form/items.tsx';
import { ListField } from '../../../form/list-field.tsx';
import { TextField } from '../../../form/text-field.tsx';
import { useMessages } from '../../../i18n/messages.tsx';
import { newPlace } from '../new-documents.ts';
import { PhoneItems } from '../parts/phone-items.tsx';
import { ScheduleItems } from '../parts/schedule/schedule-items.tsx';
import { TimeZoneField } from '../parts/schedule/time-zone-field.tsx';
import { PointFields } from '../point/point-fields.tsx';

/** The places of an organization, with what the public gets of each. */
export function PlaceItems() {
  const { t } = useMessages();
  return (
    <Items
      name="document.places"
      title={t('place.title')}
      add={t('place.add')}
      empty={newPlace}
      summary={({ name, slug, addresses }) =>
        [name ?? slug, (addresses as { city?: string }[] | undefined)?.[0]?.city]
          .filter(Boolean)
          .join(', ')
      }
    >
      {(place) => <PlaceFields path={place} />}
    </Items>
  );
}

function PlaceFields({ path }: { path: string }) {
  const { t } = useMessages();
  const withheld = useWatch({ name: `${path}.withheld` }) === true;
  return (
    <>
      <div className="columns">
        <TextField name={`${path}.name`} label={t('record.name')} />
        <TextField
          name={`${path}.slug`}
          label={t('record.slug')}
          hint={t('record.slugHint')}
          isRequired
        />
      </div>
      <ChoiceField
        name={`${path}.visibility`}
        label={t('place.visibility')}
        hint={t('place.visibilityHint')}
        choices={visibilities.map((value) => ({ value, text: t(`visibility.${value}`) }))}
      />
      {withheld ? (
        <p className="notice warning">{t('place.withheld')}</p>
      ) : (
        <PlacePoint path={path} />
      )}
      <AddressItems path={path} withheld={withheld} />
      <TextField name={`${path}.description`} label={t('place.note')} isLong />
      <div className="columns">
        <TimeZoneField name={`${path}.time_zone`} />
        <TextField name={`${path}.as_of`} label={t('phone.asOf')} />
      </div>
      <ListField
        name={`${path}.accessibility`}
        label={t('place.accessibility')}
        hint={t('form.onePerLine')}
      />
      <PhoneItems path={path} />
      <ScheduleItems path={path} />
    </>
  );
}

/** Where the place is; compared with its first address. */
function PlacePoint({ path }: { path: string }) {
  const { id, visibility, addresses } = (useWatch({ name: path }) ?? {}) as Partial<PlaceDocument>;
  const { address_1 = null, city = null, region = null } = addresses?.[0] ?? {};
  const address = {
    address_1: address_1 || null,
    city: city || null,
    region: /^[A-Z]{2}-[A-Z0-9]{1,3}$/.test(region ?? '') ? region : null,
    ...(id ? { place_id: id } : {}),
  };
  return (
    <PointFields
      path={`${path}.point`}
      address={address}
      isPrivate={visibility !== 'exact'}
      hasPrecision
    />
  );
}

function AddressItems({ path, withheld }: { path: string; withheld: boolean }) {
  const { t } = useMessages();
  return (
    <Items
      name={`${path}.addresses`}
      title={t('address.title')}
      add={t('address.add')}
      empty={() => newPlace().addresses[0] ?? {}}
      summary={({ address_1, city, region }) =>
        [address_1, city, region].filter(Boolean).join(', ')
      }
    >
      {(address) => (
        <div className="columns">
          {!withheld && <TextField name={`${address}.address_1`} label={t('address.street')} />}
          <TextField name={`${address}.city`} label={t('address.city')} isRequired />
          <TextField
            name={`${address}.region`}
            label={t('address.region')}
            hint="US-TX, MX-SON"
            isRequired
          />
          {!withheld && (
            <TextField name={`${address}.postal_code`} label={t('address.postalCode')} />
          )}
          <TextField name={`${address}.country`} label={t('address.country')} hint="US, MX" />
          <ChoiceField
            name={`${address}.address_type`}
            label={t('address.type')}
            choices={(['physical', 'postal'] as const).map((value) => ({
              value,
              text: t(`addressType.${value}`),
            }))}
          />
        </div>
      )}
    </Items>
  );
}
