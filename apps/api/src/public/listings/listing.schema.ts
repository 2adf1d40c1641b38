import {
  type Address,
  accepted,
  type ClosureNotice,
  confidences,
  costs,
  freshnesses,
  type ListedService,
  type Listing,
  type ListingLocation,
  listingStatuses,
  type Opening,
  type OpeningHours,
  openStates,
  pointPrecisions,
  recordedMethods,
  type SpecialDays,
  serviceStatuses,
  visibilities,
} from '#contract';
import { featureComponent } from '../../http/openapi/geojson.schema.ts';
import {
  arrayOf,
  component,
  date,
  dateTime,
  distanceMeters,
  enumOf,
  latitude,
  longitude,
  nullable,
  objectOf,
  partialDate,
  ref,
  type Schema,
  type SchemasOf,
  text,
  uuid,
} from '../../http/openapi/schema-builder.ts';
import {
  exampleOrganization,
  exampleSources,
  organizationReferenceSchema,
  phoneComponent,
  sourceNoteComponent,
  speedDialComponent,
  translationComponent,
} from '../shared/record-parts.schema.ts';

export const locationSchemas: SchemasOf<ListingLocation> = {
  name: nullable(text()),
  address: nullable(text('null: not known, or withheld (see visibility).')),
  city: nullable(text()),
  postal_code: nullable(text()),
  region: nullable(text('ISO 3166-2')),
  country: nullable(text('ISO 3166-1')),
  latitude: nullable({ ...latitude, description: 'WGS 84 degrees' }),
  longitude: nullable({ ...longitude, description: 'WGS 84 degrees' }),
  precision: nullable(
    enumOf(pointPrecisions, 'city: the point is the centre of the town, not the building.'),
  ),
  visibility: enumOf(
    visibilities,
    'area: the address is private and the point is the centre of the town.',
  ),
  other_addresses: {
    ...arrayOf(
      objectOf<Address>({
        address_type: enumOf(['physical', 'postal']),
        address: nullable(text()),
        city: text(),
        postal_code: nullable(text()),
        region: text('ISO 3166-2'),
        country: text('ISO 3166-1'),
      }),
    ),
    description: 'Such as one for mail; empty where they are withheld (see visibility).',
  },
  accessibility: {
    ...arrayOf(text()),
    description: 'How people with disabilities get in and around; empty where it is not known.',
  },
};

const week: Schema<OpeningHours['week']> = arrayOf({
  type: 'array',
  prefixItems: [{ type: 'integer' }, { type: 'integer' }],
  minItems: 2,
  maxItems: 2,
  items: false,
  description: 'Minutes since Monday 00:00, the end not included.',
});

const specialDays = objectOf<SpecialDays>(
  {
    from: date,
    to: date,
    yearly: {
      type: 'boolean',
      description: 'Whether they come back on the same dates every year.',
    },
    week: { ...week, description: 'The week that applies on these days; empty: closed.' },
  },
  { description: 'Days on which other hours apply than in every week, such as holidays.' },
);

export const openingHoursSchema = objectOf<OpeningHours>({
  time_zone: text('IANA name.'),
  week,
  special_days: {
    ...arrayOf(specialDays),
    description: 'Where several have a day, the first of them applies.',
  },
});

// What a listing says about all its services together, and each service about itself.
const serviceSchemas = {
  service_types: arrayOf(text()),
  languages: arrayOf(text()),
  serves: arrayOf(text()),
  costs: {
    ...arrayOf(enumOf(costs)),
    description: 'Empty where the sources do not say.',
  },
  accepts: {
    ...arrayOf(enumOf(accepted)),
    description: 'Empty where the sources do not say: that is not a no.',
  },
  required_documents: {
    ...arrayOf(text()),
    description: 'What to bring; empty where the sources do not say.',
  },
};

const serviceComponent = component<ListedService>(
  'Service',
  objectOf<ListedService>(
    {
      id: uuid,
      name: text(),
      description: nullable(text()),
      status: enumOf(serviceStatuses),
      ...serviceSchemas,
      eligibility: nullable(text()),
      hours: nullable(text('Opening hours in words, as the source gives them.')),
      opening_hours: nullable(openingHoursSchema),
      phones: arrayOf(ref(phoneComponent)),
      translations: arrayOf(ref(translationComponent)),
    },
    { description: 'One service that is given at the place, or without one.' },
  ),
);

/** The part of a listing that depends on neither the time nor the client's position. */
export type StoredListing = Omit<Listing, 'freshness' | 'open' | 'distance_m' | 'bearing_deg'>;

export const storedListingSchemas: SchemasOf<StoredListing> = {
  id: uuid,
  slug: text(),
  name: text(),
  organization: organizationReferenceSchema,
  location: nullable(objectOf<ListingLocation>(locationSchemas)),
  ...serviceSchemas,
  phone: nullable(text('E.164: the number to call first.')),
  phones: arrayOf(ref(phoneComponent)),
  speed_dials: arrayOf(ref(speedDialComponent)),
  website: nullable(text()),
  email: nullable(text()),
  description: nullable(text()),
  eligibility: nullable(text('null also where there are several services: each has its own.')),
  hours: nullable(
    text(
      'Opening hours in words, as the source gives them; null also where there are several services: each has its own.',
    ),
  ),
  services: {
    ...arrayOf(ref(serviceComponent)),
    description: 'By name. What is asked about services is true of one and the same.',
  },
  translations: arrayOf(ref(translationComponent)),
  status: enumOf(listingStatuses),
  notice: nullable(
    objectOf<ClosureNotice>({
      closed_on: nullable(date),
      what_happened: text(),
      still_there: nullable(text()),
    }),
  ),
  confidence: enumOf(confidences),
  source_date: nullable(partialDate),
  sources: arrayOf(ref(sourceNoteComponent)),
  verified_at: nullable(dateTime),
  verified_how: nullable({
    ...enumOf(recordedMethods),
    description: 'By what means; null: nobody has verified it, or did not say.',
  }),
};

const openingComponent = component<Opening>(
  'Opening',
  objectOf<Opening>({
    state: enumOf(openStates),
    until: nullable({ ...dateTime, description: 'When that changes, on the clocks of the place.' }),
  }),
);

export const exampleListing: Listing = {
  id: '9d2b1a0c-5d0a-5f0e-8a3e-0c1d2e3f4a5b',
  slug: 'example-shelter',
  name: 'Example Shelter',
  organization: exampleOrganization,
  location: {
    name: null,
    address: null,
    city: 'El Paso',
    postal_code: null,
    region: 'US-TX',
    country: 'US',
    latitude: 31.75872,
    longitude: -106.48693,
    precision: 'city',
    visibility: 'area',
    other_addresses: [],
    accessibility: [],
  },
  service_types: ['shelter'],
  languages: ['en', 'es'],
  serves: ['US-TX'],
  costs: ['free'],
  phone: '+19155550100',
  phones: [{ number: '+19155550100', type: 'voice', label: 'Front desk', as_of: '2026-07' }],
  speed_dials: [],
  website: 'https://shelter.example',
  email: null,
  description: 'An invented shelter, to show the shape of an answer.',
  eligibility: null,
  accepts: ['families'],
  required_documents: [],
  hours: null,
  services: [
    {
      id: '1f6a3b5e-0b6f-5c55-9a52-6a7d1c0e2f3b',
      name: 'Example Shelter',
      description: null,
      status: 'active',
      service_types: ['shelter'],
      languages: ['en', 'es'],
      serves: ['US-TX'],
      costs: ['free'],
      eligibility: null,
      accepts: ['families'],
      required_documents: [],
      hours: null,
      opening_hours: null,
      phones: [],
      translations: [],
    },
  ],
  translations: [],
  status: 'active',
  notice: null,
  confidence: 'confirmed',
  source_date: '2026-07',
  sources: exampleSources,
  verified_at: null,
  verified_how: null,
  freshness: 'never',
  open: null,
  distance_m: 1204.5,
  bearing_deg: 271,
};

/** A schema for each field of a complete listing. */
export const listingSchemas: SchemasOf<Listing> = {
  ...storedListingSchemas,
  freshness: enumOf(freshnesses, 'never: nobody has verified it yet.'),
  open: nullable(ref(openingComponent)),
  distance_m: nullable(distanceMeters),
  bearing_deg: nullable({
    type: 'integer',
    minimum: 0,
    maximum: 359,
    description: 'Degrees from true north, clockwise.',
  }),
};

export const listingComponent = component<Listing>(
  'Listing',
  objectOf<Listing>(listingSchemas, {
    description: 'A place where an organization helps, or an organization that helps without.',
  }),
  exampleListing,
);

export const listingFeatureComponent = featureComponent(
  'ListingFeature',
  ref(listingComponent),
  exampleListing,
);
