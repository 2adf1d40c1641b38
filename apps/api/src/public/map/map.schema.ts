import {
  listingStatuses,
  type MapCluster,
  type MapFeatures,
  type MapPoint,
  visibilities,
} from '#contract';
import { featureComponent, featuresComponent } from '../../http/openapi/geojson.schema.ts';
import {
  arrayOf,
  component,
  constant,
  enumOf,
  latitude,
  longitude,
  objectOf,
  oneOf,
  ref,
  text,
  uuid,
} from '../../http/openapi/schema-builder.ts';

const exampleMapPoint: MapPoint = {
  kind: 'point',
  id: '9d2b1a0c-5d0a-5f0e-8a3e-0c1d2e3f4a5b',
  slug: 'example-shelter',
  name: 'Example Shelter',
  service_types: ['shelter'],
  status: 'active',
  visibility: 'area',
  latitude: 31.75872,
  longitude: -106.48693,
};

const mapPointComponent = component<MapPoint>(
  'MapPoint',
  objectOf<MapPoint>({
    kind: constant('point'),
    id: uuid,
    slug: text(),
    name: text(),
    service_types: arrayOf(text()),
    status: enumOf(listingStatuses),
    visibility: enumOf(visibilities),
    latitude,
    longitude,
  }),
);

const mapClusterComponent = component<MapCluster>(
  'MapCluster',
  objectOf<MapCluster>({
    kind: constant('cluster'),
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
);

const itemSchema = oneOf(ref(mapPointComponent), ref(mapClusterComponent));

export const mapComponent = component<MapFeatures>(
  'Map',
  objectOf<MapFeatures>({ items: { ...arrayOf(itemSchema), maxItems: 500 } }),
  { items: [exampleMapPoint] },
);

export const mapFeaturesComponent = featuresComponent(
  featureComponent<MapPoint | MapCluster>('MapFeature', itemSchema, exampleMapPoint),
  { schemas: {}, example: {} },
);
