import {
  type AddressDocument,
  accepted,
  costs,
  type OrganizationDocument,
  type PhoneDocument,
  type PlaceDocument,
  type PointDocument,
  phoneTypes,
  pointPrecisions,
  type RevisionNote,
  type ScheduleDocument,
  type ServiceDocument,
  type SourceDocument,
  type SpecialDaysDocument,
  type SpeedDialDocument,
  type SpeedDialEventDocument,
  serviceStatuses,
  speedDialStatuses,
  type TranslationDocument,
  translatedFields,
  visibilities,
} from '#contract';
import {
  arrayOf,
  component,
  date,
  dateTime,
  enumOf,
  flag,
  latitude,
  longitude,
  nullable,
  objectOf,
  partialDate,
  ref,
  text,
  uuid,
} from '../../../http/openapi/schema-builder.ts';

const address = objectOf<AddressDocument>(
  {
    id: uuid,
    address_type: enumOf(['physical', 'postal']),
    address_1: nullable(text('Street and number. Left out where it is withheld.')),
    city: text(),
    region: text('ISO 3166-2'),
    postal_code: nullable(text('Left out where it is withheld.')),
    country: text(),
  },
  { optional: ['id', 'address_1', 'postal_code'] },
);

export const sourceDocument = component(
  'SourceDocument',
  objectOf<SourceDocument>(
    { id: uuid, url: nullable(text()), what: text(), date: nullable(partialDate) },
    { optional: ['id'] },
  ),
);

export const phoneDocument = component(
  'PhoneDocument',
  objectOf<PhoneDocument>(
    {
      id: uuid,
      number: text('E.164; other usual forms are understood.'),
      extension: nullable(text('Digits to dial when the call is answered.')),
      type: nullable(enumOf(phoneTypes)),
      label: nullable(text()),
      source_url: nullable(text()),
      as_of: nullable(partialDate),
    },
    { optional: ['id'] },
  ),
);

const specialDays = objectOf<SpecialDaysDocument>(
  {
    from: date,
    to: date,
    yearly: {
      type: 'boolean',
      description: 'Whether they come back on the same dates every year.',
    },
  },
  { description: 'Days on which other hours apply than in every week, such as holidays.' },
);

const scheduleDocument = component(
  'ScheduleDocument',
  objectOf<ScheduleDocument>(
    {
      id: uuid,
      byday: nullable(text('Such as MO,TU,FR; null for special days.')),
      opens_at: nullable(text('Such as 09:00; null with closes_at: closed on special days.')),
      closes_at: nullable(text()),
      special_days: specialDays,
      time_zone: text('IANA'),
      description: nullable(text()),
    },
    { optional: ['id', 'special_days'] },
  ),
);

const speedDialEvent = objectOf<SpeedDialEventDocument>(
  {
    id: uuid,
    status: nullable(enumOf(speedDialStatuses)),
    date: partialDate,
    what: text(),
    source_url: nullable(text()),
  },
  { optional: ['id'] },
);

export const speedDialDocument = component(
  'SpeedDialDocument',
  objectOf<SpeedDialDocument>(
    {
      id: uuid,
      code: text(),
      facility_ids: nullable(arrayOf(uuid)),
      status: enumOf(speedDialStatuses, 'Changes with a new entry of the history alone.'),
      verified_at: nullable(dateTime),
      note: nullable(text()),
      history: arrayOf(speedDialEvent),
    },
    { optional: ['id'] },
  ),
);

export const translationDocument = component(
  'TranslationDocument',
  objectOf<TranslationDocument>(
    {
      id: uuid,
      field: enumOf(translatedFields),
      language: text(),
      text: text(),
      source_hash: text('SHA-256 of the English text; left out: the present one.'),
      reviewed_by: nullable(text()),
    },
    { optional: ['id', 'source_hash'] },
  ),
);

const point = objectOf<PointDocument>({
  longitude,
  latitude,
  precision: enumOf(pointPrecisions),
});

export const serviceDocument = component(
  'ServiceDocument',
  objectOf<ServiceDocument>(
    {
      id: uuid,
      name: text(),
      description: nullable(text()),
      status: enumOf(serviceStatuses),
      eligibility: nullable(text()),
      hours: nullable(text('In words.')),
      service_types: arrayOf(text()),
      languages: arrayOf(text()),
      regions: arrayOf(text()),
      costs: arrayOf(enumOf(costs)),
      accepts: arrayOf(enumOf(accepted)),
      required_documents: arrayOf(text()),
      schedules: arrayOf(ref(scheduleDocument)),
      phones: arrayOf(ref(phoneDocument)),
      places: arrayOf(
        objectOf<ServiceDocument['places'][number]>({
          place_id: uuid,
          schedules: arrayOf(ref(scheduleDocument)),
        }),
      ),
      translations: arrayOf(ref(translationDocument)),
    },
    { optional: ['id'] },
  ),
);

export const placeDocument = component(
  'PlaceDocument',
  objectOf<PlaceDocument>(
    {
      id: uuid,
      slug: text(),
      location_type: enumOf(['physical', 'postal']),
      name: nullable(text()),
      description: nullable(text()),
      visibility: enumOf(visibilities),
      point: nullable(point),
      addresses: arrayOf(address),
      time_zone: nullable(text()),
      as_of: nullable(partialDate),
      accessibility: arrayOf(text()),
      phones: arrayOf(ref(phoneDocument)),
      schedules: arrayOf(ref(scheduleDocument)),
      withheld: flag('Point, streets and postal codes are left out, and stay as they are.'),
    },
    { optional: ['id', 'point', 'withheld'] },
  ),
);

export const facilityStatement = objectOf<OrganizationDocument['facilities'][number]>({
  facility_id: uuid,
  statement: text(),
  source_url: nullable(text()),
  as_of: nullable(partialDate),
});

export const noteSource = objectOf<RevisionNote['source']>({
  url: nullable(text()),
  what: text(),
  date,
});

export const revisionNote = component(
  'RevisionNote',
  objectOf<RevisionNote>({ reason: nullable(text()), source: noteSource }),
  {
    reason: 'They called.',
    source: { url: null, what: 'A call with the office', date: '2026-11-30' },
  },
);
