import type {
  DueRecord,
  FacilityDocument,
  HelpLineDocument,
  OrganizationDocument,
  PhoneDocument,
  RecordDocument,
  ScheduleDocument,
  SpeedDialDocument,
  VerificationTopic,
} from '#contract';

/** Returns the number to call about a record; null if none is known to be a voice line. */
export function phoneToCall(document: RecordDocument): PhoneDocument | null {
  const phones =
    'services' in document
      ? [
          ...document.phones,
          ...document.places.flatMap((place) => place.phones),
          ...document.services.flatMap((service) => service.phones),
        ]
      : 'phones' in document
        ? document.phones
        : [];
  const voice = phones.find(({ type }) => type === null || type === 'voice' || type === 'cell');
  if (voice) return voice;
  if (!('ice_code' in document) || document.phone === null) return null;
  const unknown = { extension: null, type: null, label: null, source_url: null, as_of: null };
  return { number: document.phone, ...unknown };
}

/** Returns what a call should ask about, with today's values. */
export function topicsOf(document: RecordDocument): DueRecord['topics'] {
  const values =
    'services' in document
      ? ofOrganization(document)
      : 'ice_code' in document
        ? ofFacility(document)
        : 'published' in document
          ? ofHelpLine(document)
          : {};
  return Object.entries(values)
    .map(([topic, texts]) => ({ topic: topic as VerificationTopic, values: [...new Set(texts)] }))
    .filter((topic) => topic.values.length > 0);
}

type Values = Partial<Record<VerificationTopic, string[]>>;

function ofOrganization(document: OrganizationDocument): Values {
  const { services, places } = document;
  return {
    status: [document.status],
    phones: [...document.phones, ...[...services, ...places].flatMap(({ phones }) => phones)].map(
      phoneText,
    ),
    hours: services.flatMap(({ hours, schedules, places: given }) => [
      ...(hours === null ? [] : [hours]),
      ...[...schedules, ...given.flatMap((place) => place.schedules)].map(scheduleText),
    ]),
    addresses: places.flatMap(({ addresses }) =>
      addresses.map(({ address_1, city, region }) =>
        [address_1, city, region].filter(Boolean).join(', '),
      ),
    ),
    services: services.map(({ name, status }) => `${name}: ${status}`),
    languages: services.flatMap(({ languages }) => languages),
    codes: document.speed_dials.map(codeText),
    website: [document.website, document.email].filter((text) => text !== null),
  };
}

function ofHelpLine(document: HelpLineDocument): Values {
  return {
    phones: document.phones.map(phoneText),
    hours: document.hours === null ? [] : [document.hours],
    services: document.service_types,
    languages: document.languages,
    codes: document.speed_dials.map(codeText),
    website: [document.website, document.email].filter((text) => text !== null),
  };
}

function ofFacility({ phone, address_1, city, region }: FacilityDocument): Values {
  return { phones: phone === null ? [] : [phone], addresses: [`${address_1}, ${city}, ${region}`] };
}

const phoneText = ({ number, extension, label }: PhoneDocument): string =>
  [extension === null ? number : `${number} ext. ${extension}`, label].filter(Boolean).join(', ');

function scheduleText(schedule: ScheduleDocument): string {
  const { byday, special_days, opens_at, closes_at, description } = schedule;
  const days = special_days
    ? `${special_days.from}/${special_days.to}${special_days.yearly ? ' (YEARLY)' : ''}`
    : byday;
  return [`${days} ${opens_at ?? '-'}-${closes_at ?? '-'}`, description].filter(Boolean).join(', ');
}

const codeText = ({ code, status }: SpeedDialDocument): string => `${code}: ${status}`;
