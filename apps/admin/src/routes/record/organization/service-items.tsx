import { useWatch } from 'react-hook-form';
import { accepted, costs, type PlaceDocument, serviceStatuses } from '#contract';
import { ChoiceField } from '../../../form/choice-field.tsx';
import { ChoicesField } from '../../../form/choices-field.tsx';
import { Items } from '../../../form/items.tsx';
import { ListField } from '../../../form/list-field.tsx';
import { TextField } from '../../../form/text-field.tsx';
import { useMessages } from '../../../i18n/messages.tsx';
import { newService } from '../new-documents.ts';
import { PhoneItems } from '../parts/phone-items.tsx';
import { ScheduleItems } from '../parts/schedule/schedule-items.tsx';
import { TranslationItems } from '../parts/translation-items.tsx';
import { useVocabulary } from '../parts/use-vocabulary.ts';

/** What an organization does. */
export function ServiceItems() {
  const { t } = useMessages();
  return (
    <Items
      name="document.services"
      title={t('service.title')}
      add={t('service.add')}
      empty={newService}
      summary={({ name }) => String(name ?? '')}
    >
      {(service) => <ServiceFields path={service} />}
    </Items>
  );
}

function ServiceFields({ path }: { path: string }) {
  const { t } = useMessages();
  const types = useVocabulary('service-types');
  return (
    <>
      <div className="columns">
        <TextField name={`${path}.name`} label={t('record.name')} isRequired />
        <ChoiceField
          name={`${path}.status`}
          label={t('organization.status')}
          choices={serviceStatuses.map((value) => ({ value, text: t(`serviceStatus.${value}`) }))}
        />
      </div>
      <TextField name={`${path}.description`} label={t('record.description')} isLong />
      <ChoicesField name={`${path}.service_types`} label={t('service.types')} choices={types} />
      <div className="columns">
        <ListField
          name={`${path}.languages`}
          label={t('service.languages')}
          hint="en, es, mam"
          separator=","
        />
        <ListField
          name={`${path}.regions`}
          label={t('service.regions')}
          hint="US-TX, MX-SON, US"
          separator=","
        />
      </div>
      <ChoicesField
        name={`${path}.costs`}
        label={t('service.costs')}
        choices={costs.map((value) => ({ value, text: t(`cost.${value}`) }))}
      />
      <ChoicesField
        name={`${path}.accepts`}
        label={t('service.accepts')}
        choices={accepted.map((value) => ({ value, text: t(`accepts.${value}`) }))}
      />
      <TextField name={`${path}.eligibility`} label={t('service.eligibility')} isLong />
      <ListField
        name={`${path}.required_documents`}
        label={t('service.documents')}
        hint={t('form.onePerLine')}
      />
      <TextField name={`${path}.hours`} label={t('service.hours')} isLong />
      <ScheduleItems path={path} />
      <PlacesOfService path={path} />
      <PhoneItems path={path} />
      <TranslationItems path={path} fields={['description', 'eligibility', 'hours']} />
    </>
  );
}

/** Where a service is given; places that were not saved yet have no id to refer to. */
function PlacesOfService({ path }: { path: string }) {
  const { t } = useMessages();
  const places: PlaceDocument[] = useWatch({ name: 'document.places' }) ?? [];
  const saved = places.flatMap(({ id, name, slug }) =>
    id ? [{ value: id, text: name ?? slug }] : [],
  );
  return (
    <Items
      name={`${path}.places`}
      title={t('service.places')}
      add={t('service.addPlace')}
      empty={() => ({ place_id: saved[0]?.value ?? '', schedules: [] })}
      summary={({ place_id }) => saved.find(({ value }) => value === place_id)?.text ?? ''}
    >
      {(place) => (
        <>
          <ChoiceField name={`${place}.place_id`} label={t('place.title')} choices={saved} />
          <ScheduleItems path={place} />
        </>
      )}
    </Items>
  );
}
