import { facetNames, listingStatuses, visibilities } from '#contract';
import {
  exactly,
  latitude,
  listOf,
  longitude,
  nullable,
  oneOfCodes,
  ref,
  type Schema,
  text,
  uuid,
} from '../../../http/openapi/schema-builder.ts';

const nearbyRest = {
  place: nullable(ref('Place')),
  other_places: listOf(ref('Place')),
  remote: listOf(ref('Listing')),
  help_lines: listOf(ref('HelpLine')),
  widened: {
    type: 'boolean',
    description: 'True when nothing lay within the radius and the nearest beyond it is given.',
  },
};

const position: Schema = {
  type: 'array',
  prefixItems: [longitude, latitude],
  minItems: 2,
  maxItems: 2,
  items: false,
  description: 'Longitude, latitude in WGS 84 degrees.',
};

const feature = (properties: Schema): Schema =>
  exactly({
    type: { const: 'Feature' },
    id: text(),
    geometry: nullable(exactly({ type: { const: 'Point' }, coordinates: position })),
    properties,
  });

const features = (name: string, members: Record<string, Schema> = {}): Schema =>
  exactly({
    type: { const: 'FeatureCollection' },
    features: listOf(ref(name)),
    ...members,
  });

const next = { next: nullable(text()) };

/** Schemas of the searches, and of their answers in GeoJSON. */
export const searchSchemas: Record<string, Schema> = {
  Nearby: exactly({ items: listOf(ref('Listing')), ...nearbyRest }),
  Facets: exactly({
    total: { type: 'integer', minimum: 0, description: 'Listings with all filters.' },
    facets: listOf(
      exactly({
        name: oneOfCodes(facetNames),
        without: { type: 'integer', minimum: 0, description: 'Listings without this filter.' },
        values: listOf(exactly({ code: text(), count: { type: 'integer', minimum: 0 } })),
      }),
    ),
  }),
  MapPoint: exactly({
    kind: { const: 'point' },
    id: uuid,
    slug: text(),
    name: text(),
    service_types: listOf(text()),
    status: oneOfCodes(listingStatuses),
    visibility: oneOfCodes(visibilities),
    latitude,
    longitude,
  }),
  MapCluster: exactly({
    kind: { const: 'cluster' },
    id: text('Stays the same while the map is panned.'),
    count: { type: 'integer', minimum: 2 },
    latitude,
    longitude,
    bounds: {
      type: 'array',
      prefixItems: [longitude, latitude, longitude, latitude],
      minItems: 4,
      maxItems: 4,
      items: false,
      description: 'west, south, east, north',
    },
  }),
  Map: exactly({
    items: {
      type: 'array',
      maxItems: 500,
      items: { oneOf: [ref('MapPoint'), ref('MapCluster')] },
    },
  }),
  ListingFeature: feature(ref('Listing')),
  ListingFeatures: features('ListingFeature', next),
  NearbyFeatures: features('ListingFeature', nearbyRest),
  FacilityFeature: feature(ref('Facility')),
  FacilityFeatures: features('FacilityFeature', next),
  MapFeature: feature({ oneOf: [ref('MapPoint'), ref('MapCluster')] }),
  MapFeatures: features('MapFeature'),
};
