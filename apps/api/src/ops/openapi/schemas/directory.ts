import { confidences, freshnesses, listingStatuses, sourceKinds, statisticsDays } from '#contract';
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

const names: Schema = {
  type: 'object',
  required: ['en', 'es'],
  properties: { en: { type: 'string' }, es: { type: 'string' } },
  additionalProperties: { type: 'string' },
};

const count: Schema = { type: 'integer', minimum: 0, description: 'Open listings that it finds.' };

/** What a source says of an organization's work in a facility. */
export const statement = {
  statement: text(),
  source_url: nullable(text()),
  as_of: nullable(partialDate),
};

export const organization = {
  id: uuid,
  slug: text(),
  name: text(),
  aliases: listOf(text()),
  description: nullable(text()),
  website: nullable(text()),
  email: nullable(text()),
  regions: listOf(text('ISO 3166')),
  service_types: listOf(text()),
  status: oneOfCodes(listingStatuses),
  status_note: nullable(text()),
  translations: listOf(ref('Translation')),
  confidence: oneOfCodes(confidences),
  source_date: nullable(partialDate),
  verified_at: nullable(moment),
  freshness: oneOfCodes(freshnesses),
  sources: listOf(ref('SourceNote')),
  facilities: listOf(exactly({ facility: exactly({ slug: text(), name: text() }), ...statement })),
};

export const helpLine = {
  id: uuid,
  slug: text(),
  name: text(),
  organization: nullable(text()),
  audience: nullable(text()),
  locates: {
    type: 'boolean',
    description: 'It tells where a person is held, or how a case stands.',
  },
  service_types: listOf(text()),
  languages: listOf(text()),
  phones: listOf(ref('Phone')),
  speed_dials: listOf(ref('SpeedDial')),
  email: nullable(text()),
  website: nullable(text()),
  hours: nullable(text()),
  note: nullable(text('What a caller should know first.')),
  confidence: oneOfCodes(confidences),
  source_date: nullable(partialDate),
  sources: listOf(ref('SourceNote')),
  verified_at: nullable(moment),
  freshness: oneOfCodes(freshnesses),
};

export const facility = {
  id: uuid,
  slug: text(),
  name: text(),
  ice_code: text("The detaining agency's own code."),
  address: text(),
  city: text(),
  postal_code: text(),
  region: text('ISO 3166-2'),
  country: text('ISO 3166-1'),
  latitude,
  longitude,
  field_office: text(),
  average_daily_population: nullable({ type: 'number', minimum: 0 }),
  population_as_of: nullable(partialDate),
  in_use_as_of: nullable(partialDate),
  phone: nullable(text('E.164')),
  note: nullable(text()),
  served_by: listOf(
    exactly({ organization: exactly({ id: uuid, slug: text(), name: text() }), ...statement }),
  ),
  confidence: oneOfCodes(confidences),
  source_date: nullable(partialDate),
  sources: listOf(ref('SourceNote')),
};

const counted: Schema = { type: 'integer', minimum: 0 };

const countsOf = (names: readonly string[]): Schema =>
  exactly(Object.fromEntries(names.map((name) => [name, counted])));

/** Schemas of organizations, help lines, facilities, places and the vocabulary. */
export const directorySchemas: Record<string, Schema> = {
  Statistics: exactly({
    at: moment,
    listings: exactly({
      total: counted,
      by_freshness: {
        ...countsOf(freshnesses),
        description: 'Of those that have not closed.',
      },
      by_status: countsOf(listingStatuses),
    }),
    sources: {
      ...countsOf(sourceKinds),
      description:
        'own: a page of the organization itself; unlinked: seen, but without a public address.',
    },
    changes: {
      ...countsOf(['created', 'updated', 'deleted']),
      description: `Records that came, changed and went in the last ${statisticsDays} days.`,
    },
  }),
  SuggestionKept: exactly({ state: { const: 'open' } }),
  Organization: exactly(organization),
  OrganizationPage: pageOf('Organization'),
  OrganizationWithListings: exactly({ ...organization, listings: listOf(ref('Listing')) }),
  HelpLine: exactly(helpLine),
  HelpLinePage: pageOf('HelpLine'),
  Facility: exactly({
    ...facility,
    distance_m: nullable({ type: 'number', minimum: 0, description: 'Metres on the ground.' }),
  }),
  FacilityPage: pageOf('Facility'),
  Place: exactly({
    id: text(),
    kind: oneOfCodes(['city', 'postal_code', 'region', 'country']),
    name: text(),
    region: nullable(text('ISO 3166-2')),
    region_name: nullable(text()),
    country: text('ISO 3166-1'),
    latitude,
    longitude,
    population: nullable({ type: 'integer', minimum: 0 }),
  }),
  PlacePage: pageOf('Place'),
  Region: exactly({
    code: text(),
    kind: oneOfCodes(['country', 'state', 'group']),
    names,
    members: listOf(text()),
    count,
  }),
  RegionPage: pageOf('Region'),
  ServiceType: exactly({ code: text(), names, definition: text(), count }),
  ServiceTypePage: pageOf('ServiceType'),
  Language: exactly({ code: text(), names, count }),
  LanguagePage: pageOf('Language'),
};
