import { type ListedListing, type Listing, listingSummary } from '#contract';
import { featureComponent, featuresComponent } from '../../http/openapi/geojson.schema.ts';
import { pageComponent } from '../../http/openapi/page.schema.ts';
import {
  component,
  nullable,
  objectOf,
  ref,
  text,
  uuid,
} from '../../http/openapi/schema-builder.ts';
import type { ListedResource } from '../shared/fields/field-selection.ts';
import { exampleListing, listingSchemas, locationSchemas } from './listing.schema.ts';

/** Listings in lists. */
export const listingResource: ListedResource = {
  fields: Object.keys(listingSchemas),
  summary: summaryWithRequestFields,
};

function summaryWithRequestFields(listing: Listing): ListedListing {
  const { freshness, open, distance_m } = listing;
  return { ...listingSummary(listing), freshness, open, distance_m };
}

/** An invented listing as lists contain it. */
export const exampleListedListing = summaryWithRequestFields(exampleListing);

const summaryFields = new Set(Object.keys(exampleListedListing));

export const listedListingComponent = component<ListedListing>(
  'ListedListing',
  objectOf<ListedListing>(
    {
      ...listingSchemas,
      organization: objectOf<ListedListing['organization']>(
        { id: uuid, slug: text(), name: text() },
        { optional: ['id', 'name'] },
      ),
      location: nullable(
        objectOf<NonNullable<ListedListing['location']>>(locationSchemas, {
          optional: ['name', 'address', 'postal_code', 'other_addresses', 'accessibility'],
        }),
      ),
    },
    {
      optional: listingResource.fields.filter((name) => !summaryFields.has(name)) as never[],
      description:
        'A listing in a list. Fields beyond the required ones are there if they are asked for with include or fields.',
    },
  ),
  exampleListedListing,
);

export const listedListingPageComponent = pageComponent(
  listedListingComponent,
  exampleListedListing,
);

export const listedListingFeatureComponent = featureComponent(
  'ListedListingFeature',
  ref(listedListingComponent),
  exampleListedListing,
);

export const listedListingFeaturesComponent = featuresComponent(listedListingFeatureComponent, {
  schemas: { next: nullable(text()) },
  example: { next: null as string | null },
});
