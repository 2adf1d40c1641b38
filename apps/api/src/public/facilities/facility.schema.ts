import {
  confidences,
  evidences,
  type Facility,
  type FacilityHelp,
  type FacilityHelper,
  type FacilityServer,
  type ListedFacility,
} from '#contract';
import { featureComponent, featuresComponent } from '../../http/openapi/geojson.schema.ts';
import { pageComponent } from '../../http/openapi/page.schema.ts';
import {
  arrayOf,
  component,
  distanceMeters,
  enumOf,
  latitude,
  longitude,
  nullable,
  objectOf,
  partialDate,
  ref,
  type SchemasOf,
  text,
  uuid,
} from '../../http/openapi/schema-builder.ts';
import { exampleHelpLine, helpLineComponent } from '../help-lines/help-line.schema.ts';
import { exampleListing, listingComponent } from '../listings/listing.schema.ts';
import { addedFields, entryResource } from '../shared/fields/entry-resource.ts';
import {
  exampleOrganization,
  exampleSources,
  exampleStatement,
  organizationReferenceSchema,
  sourceNoteComponent,
  statementSchemas,
} from '../shared/record-parts.schema.ts';
import {
  exampleSpeedDialRecord,
  speedDialRecordComponent,
} from '../speed-dials/speed-dial.schema.ts';

export type StoredFacility = Omit<Facility, 'distance_m'>;

export const storedFacilitySchemas: SchemasOf<StoredFacility> = {
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
  served_by: arrayOf(
    objectOf<FacilityServer>({ organization: organizationReferenceSchema, ...statementSchemas }),
  ),
  confidence: enumOf(confidences),
  source_date: nullable(partialDate),
  sources: arrayOf(ref(sourceNoteComponent)),
};

export const exampleStoredFacility: StoredFacility = {
  id: '3d2b1a0c-5d0a-5f0e-8a3e-0c1d2e3f4a5b',
  slug: 'example-detention-center',
  name: 'Example Detention Center',
  ice_code: 'EXAMPLE',
  address: '1 Example Road',
  city: 'El Paso',
  postal_code: '79901',
  region: 'US-TX',
  country: 'US',
  latitude: 31.75872,
  longitude: -106.48693,
  field_office: 'El Paso',
  average_daily_population: 120.5,
  population_as_of: '2026-07-20',
  in_use_as_of: '2026-07-20',
  phone: null,
  note: null,
  served_by: [{ organization: exampleOrganization, ...exampleStatement }],
  confidence: 'confirmed',
  source_date: '2026-07-20',
  sources: exampleSources,
};

const exampleFacility: Facility = { ...exampleStoredFacility, distance_m: null };

const facilitySchemas: SchemasOf<Facility> = {
  ...storedFacilitySchemas,
  distance_m: nullable(distanceMeters),
};

export const facilityComponent = component<Facility>(
  'Facility',
  objectOf<Facility>(facilitySchemas),
  exampleFacility,
);

export const facilityResource = entryResource('facility', Object.keys(facilitySchemas));

/** An invented record as lists contain it. */
const exampleListedFacility: ListedFacility = facilityResource.summary(
  exampleFacility,
) as ListedFacility;

const listedFacilityComponent = component<ListedFacility>(
  'ListedFacility',
  objectOf<ListedFacility>(facilitySchemas, {
    optional: addedFields('facility', facilityResource.fields) as never[],
    description:
      'A record in a list. Fields beyond the required ones are there if they are asked for with include or fields.',
  }),
  exampleListedFacility,
);

export const facilityPageComponent = pageComponent(listedFacilityComponent, exampleListedFacility);

export const facilityFeatureComponent = featureComponent(
  'FacilityFeature',
  ref(facilityComponent),
  exampleFacility,
);

const listedFacilityFeatureComponent = featureComponent(
  'ListedFacilityFeature',
  ref(listedFacilityComponent),
  exampleListedFacility,
);

export const facilityFeaturesComponent = featuresComponent(listedFacilityFeatureComponent, {
  schemas: { next: nullable(text()) },
  example: { next: null as string | null },
});

export const facilityHelpComponent = component<FacilityHelp>(
  'FacilityHelp',
  objectOf<FacilityHelp>({
    facility: ref(facilityComponent),
    speed_dials: {
      ...arrayOf(ref(speedDialRecordComponent)),
      description: 'Codes that may work there: neither blocked nor retired.',
    },
    locators: {
      ...arrayOf(ref(helpLineComponent)),
      description: 'How to find a person who is held.',
    },
    helpers: {
      ...arrayOf(
        objectOf<FacilityHelper>({
          evidence: enumOf(
            evidences,
            'stated: a source says so; same-city: legal help in the same town; nearest: merely near.',
          ),
          stated: nullable(objectOf(statementSchemas)),
          listing: ref(listingComponent),
        }),
      ),
      description: 'Legal help, the surest first. Distances are from the facility.',
    },
  }),
  {
    facility: exampleFacility,
    speed_dials: [exampleSpeedDialRecord],
    locators: [{ ...exampleHelpLine, locates: true }],
    helpers: [{ evidence: 'stated', stated: exampleStatement, listing: exampleListing }],
  },
);
