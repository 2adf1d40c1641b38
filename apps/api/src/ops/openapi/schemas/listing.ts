import {
  accepted,
  confidences,
  costs,
  freshnesses,
  listingStatuses,
  openStates,
  phoneTypes,
  pointPrecisions,
  speedDialStatuses,
  translatedFields,
  verificationMethods,
  visibilities,
} from '#contract';
import {
  exactly,
  latitude,
  listOf,
  longitude,
  moment,
  nullable,
  oneOfCodes,
  pageOf,
  partialDate,
  ref,
  type Schema,
  text,
  uuid,
} from '../../../http/openapi/schema-builder.ts';

const location = exactly({
  name: nullable(text()),
  address: nullable(text('null: not known, or withheld (see visibility).')),
  city: nullable(text()),
  postal_code: nullable(text()),
  region: nullable(text('ISO 3166-2')),
  country: nullable(text('ISO 3166-1')),
  latitude: nullable({ ...latitude, description: 'WGS 84 degrees' }),
  longitude: nullable({ ...longitude, description: 'WGS 84 degrees' }),
  precision: nullable(
    oneOfCodes(pointPrecisions, 'city: the point is the centre of the town, not the building.'),
  ),
  visibility: oneOfCodes(
    visibilities,
    'area: the address is private and the point is the centre of the town.',
  ),
});

/** What a listing says at any moment, wherever it is asked from. */
export const lasting: Record<string, Schema> = {
  id: uuid,
  slug: text(),
  name: text(),
  organization: exactly({ id: uuid, slug: text(), name: text() }),
  location: nullable(location),
  service_types: listOf(text()),
  languages: listOf(text()),
  serves: listOf(text()),
  cost: nullable(oneOfCodes(costs)),
  phones: listOf(ref('Phone')),
  speed_dials: listOf(ref('SpeedDial')),
  website: nullable(text()),
  email: nullable(text()),
  description: nullable(text()),
  eligibility: nullable(text()),
  accepts: {
    ...listOf(oneOfCodes(accepted)),
    description: 'Empty where the sources do not say: that is not a no.',
  },
  required_documents: {
    ...listOf(text()),
    description: 'What to bring; empty where the sources do not say.',
  },
  hours: nullable(text('Opening hours in words, as the source gives them.')),
  translations: listOf(ref('Translation')),
  status: oneOfCodes(listingStatuses),
  notice: nullable(
    exactly({
      closed_on: nullable({ type: 'string', format: 'date' }),
      what_happened: text(),
      still_there: nullable(text()),
    }),
  ),
  confidence: oneOfCodes(confidences),
  source_date: nullable(partialDate),
  sources: listOf(ref('SourceNote')),
  verified_at: nullable(moment),
  verified_how: nullable({
    ...oneOfCodes(verificationMethods),
    description: 'By what means; null: nobody has verified it, or did not say.',
  }),
};

/** Schemas of what a listing is made of. */
export const listingSchemas: Record<string, Schema> = {
  Translation: exactly(
    {
      field: oneOfCodes(translatedFields),
      language: text('ISO 639'),
      text: text(),
      outdated: {
        type: 'boolean',
        description: 'The English text that it was made from has changed since.',
      },
      reviewed_by: nullable(text('null: a draft made by a machine, read by nobody yet.')),
    },
    { description: 'A text of the record in another language than English.' },
  ),
  SourceNote: exactly({
    url: nullable(text('null: the source was seen, but has no public address.')),
    what: text(),
    date: nullable(partialDate),
  }),
  Phone: exactly({
    number: { type: 'string', pattern: '^\\+[1-9][0-9]{7,14}$', description: 'E.164' },
    type: nullable(oneOfCodes(phoneTypes, 'HSDS phone.type; textphone is TTY.')),
    label: nullable(text()),
    as_of: nullable(partialDate),
  }),
  SpeedDial: exactly({
    code: {
      type: 'string',
      pattern: '^[0-9*#]{2,8}$',
      description: 'Dialled on a detention phone, hash and star in their place.',
    },
    status: oneOfCodes(speedDialStatuses),
    scope: nullable(listOf(text('Slug of a facility; null instead of a list: every facility.'))),
    verified_at: nullable(moment),
    note: nullable(text('Any doubt about the code.')),
  }),
  Opening: exactly({
    state: oneOfCodes(openStates),
    until: nullable({ ...moment, description: 'When that changes, on the clocks of the place.' }),
  }),
  Listing: exactly(
    {
      ...lasting,
      freshness: oneOfCodes(freshnesses, 'never: nobody has verified it yet.'),
      open: ref('Opening'),
      distance_m: nullable({ type: 'number', minimum: 0, description: 'Metres on the ground.' }),
      bearing_deg: nullable({
        type: 'integer',
        minimum: 0,
        maximum: 359,
        description: 'Degrees from true north, clockwise.',
      }),
    },
    { description: 'A place where an organization helps, or an organization that helps without.' },
  ),
  ListingPage: pageOf('Listing'),
};
