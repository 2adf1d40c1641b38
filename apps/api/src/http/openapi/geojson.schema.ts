import type { FlatValue } from '#exchange';
import {
  anyOf,
  arrayOf,
  type Component,
  component,
  constant,
  count,
  enumOf,
  type JsonSchema,
  latitude,
  longitude,
  nullable,
  objectOf,
  ref,
  type Schema,
  type SchemasOf,
  text,
} from './schema-builder.ts';

/** A GeoJSON feature (RFC 7946) with a point, or without a geometry. */
export interface PointFeature<Properties> {
  type: 'Feature';
  id: string;
  geometry: PointGeometry | null;
  properties: Properties;
}

interface PointGeometry {
  type: 'Point';
  coordinates: [longitude: number, latitude: number];
}

/** A link as in OGC API Features. */
interface FeatureLink {
  href: string;
  rel: 'self' | 'next' | 'prev';
  type: 'application/geo+json';
}

type PointFeatures<Properties> = {
  type: 'FeatureCollection';
  features: PointFeature<Properties>[];
  links: FeatureLink[];
  numberReturned: number;
  numberMatched?: number;
};

type FlatProperties = Record<string, FlatValue>;

const flatPropertiesComponent = component<FlatProperties>('FlatProperties', {
  type: 'object',
  additionalProperties: { type: ['string', 'number', 'boolean', 'null'] },
  description: `Properties with properties=flat, for GIS programs. Those of a nested object have its
name before their own, as in organization_name and location_city, and are left out where there is none.
A list is one text with a semicolon and a space between its values, or null if it is empty; phones are
their numbers, and speed_dials their codes. Other lists of objects are left out.`,
});

const linkComponent = component<FeatureLink>(
  'FeatureLink',
  objectOf<FeatureLink>({
    href: { type: 'string', format: 'uri-reference' },
    rel: enumOf(['self', 'next', 'prev']),
    type: constant('application/geo+json'),
  }),
);

const position: Schema<[longitude: number, latitude: number]> = {
  type: 'array',
  prefixItems: [longitude, latitude],
  minItems: 2,
  maxItems: 2,
  items: false,
  description: 'Longitude, latitude in WGS 84 degrees.',
};

/** Registers the schema of a feature with the given properties. */
export function featureComponent<Properties>(
  name: string,
  properties: Schema<Properties>,
  example: Properties & { id: string; latitude?: number; longitude?: number },
): Component<PointFeature<Properties | FlatProperties>> {
  const schema = objectOf<PointFeature<Properties | FlatProperties>>({
    type: constant('Feature'),
    id: text(),
    geometry: nullable(objectOf<PointGeometry>({ type: constant('Point'), coordinates: position })),
    properties: anyOf(properties, ref(flatPropertiesComponent)),
  });
  const geometry = { type: 'Point' as const, coordinates: EXAMPLE_POSITION };
  return component(name, schema, {
    type: 'Feature',
    id: example.id,
    geometry,
    properties: example,
  });
}

const EXAMPLE_POSITION: [number, number] = [-106.48693, 31.75872];

/**
 * Registers the schema of a feature collection; the default name is the feature's name plus `s`.
 */
export function featuresComponent<Properties, Members extends object>(
  feature: Component<PointFeature<Properties>>,
  members: { name?: string; schemas: SchemasOf<Members>; example: Members },
): Component<PointFeatures<Properties> & Members> {
  const schema: JsonSchema = objectOf<PointFeatures<Properties>>(
    {
      type: constant('FeatureCollection'),
      features: arrayOf(ref(feature)),
      links: {
        ...arrayOf(ref(linkComponent)),
        description:
          'None where the request has a body, or a position in its address; self not to what was found by words.',
      },
      numberReturned: { ...count, description: 'The number of features here.' },
      numberMatched: {
        ...count,
        description: `The number of features on all pages. Left out where it would take long to count, which
is for more than 10,000 listings with words or a box, and where only the nearest were looked for.`,
      },
    },
    { optional: ['numberMatched'] },
  );
  const extended = {
    ...schema,
    required: [...(schema.required as string[]), ...Object.keys(members.schemas)],
    properties: { ...(schema.properties as object), ...members.schemas },
  };
  return component<PointFeatures<Properties> & Members>(
    members.name ?? `${feature.name}s`,
    extended,
    {
      type: 'FeatureCollection',
      features: [feature.example as PointFeature<Properties>],
      links: [],
      numberReturned: 1,
      ...members.example,
    },
  );
}
