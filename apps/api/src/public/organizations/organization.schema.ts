import {
  confidences,
  freshnesses,
  type ListedOrganization,
  listingStatuses,
  type Organization,
  type OrganizationWithListings,
  type ServedFacility,
} from '#contract';
import { pageComponent } from '../../http/openapi/page.schema.ts';
import {
  arrayOf,
  component,
  dateTime,
  enumOf,
  nullable,
  objectOf,
  partialDate,
  ref,
  type SchemasOf,
  text,
  uuid,
} from '../../http/openapi/schema-builder.ts';
import { exampleListing, listingComponent } from '../listings/listing.schema.ts';
import { addedFields, entryResource } from '../shared/fields/entry-resource.ts';
import {
  exampleOrganization as exampleReference,
  exampleSources,
  exampleStatement,
  sourceNoteComponent,
  statementSchemas,
  translationComponent,
} from '../shared/record-parts.schema.ts';

export const organizationSchemas: SchemasOf<Organization> = {
  id: uuid,
  slug: text(),
  name: text(),
  aliases: arrayOf(text()),
  description: nullable(text()),
  website: nullable(text()),
  email: nullable(text()),
  regions: arrayOf(text('ISO 3166')),
  service_types: arrayOf(text()),
  status: enumOf(listingStatuses),
  status_note: nullable(text()),
  translations: arrayOf(ref(translationComponent)),
  confidence: enumOf(confidences),
  source_date: nullable(partialDate),
  verified_at: nullable(dateTime),
  freshness: enumOf(freshnesses),
  sources: arrayOf(ref(sourceNoteComponent)),
  facilities: arrayOf(
    objectOf<ServedFacility>({
      facility: objectOf<ServedFacility['facility']>({ slug: text(), name: text() }),
      ...statementSchemas,
    }),
  ),
};

export const exampleOrganization: Organization = {
  ...exampleReference,
  aliases: [],
  description: exampleListing.description,
  website: exampleListing.website,
  email: null,
  regions: ['US-TX'],
  service_types: ['shelter'],
  status: 'active',
  status_note: null,
  translations: [],
  confidence: 'confirmed',
  source_date: '2026-07',
  verified_at: null,
  freshness: 'never',
  sources: exampleSources,
  facilities: [
    {
      facility: { slug: 'example-detention-center', name: 'Example Detention Center' },
      ...exampleStatement,
    },
  ],
};

export const organizationResource = entryResource('organization', Object.keys(organizationSchemas));

/** An invented record as lists contain it. */
const exampleListedOrganization: ListedOrganization = organizationResource.summary(
  exampleOrganization,
) as ListedOrganization;

const listedOrganizationComponent = component<ListedOrganization>(
  'ListedOrganization',
  objectOf<ListedOrganization>(organizationSchemas, {
    optional: addedFields('organization', organizationResource.fields) as never[],
    description:
      'A record in a list. Fields beyond the required ones are there if they are asked for with include or fields.',
  }),
  exampleListedOrganization,
);

export const organizationPageComponent = pageComponent(
  listedOrganizationComponent,
  exampleListedOrganization,
);

export const organizationWithListingsComponent = component<OrganizationWithListings>(
  'OrganizationWithListings',
  objectOf<OrganizationWithListings>({
    ...organizationSchemas,
    listings: arrayOf(ref(listingComponent)),
  }),
  { ...exampleOrganization, listings: [exampleListing] },
);
