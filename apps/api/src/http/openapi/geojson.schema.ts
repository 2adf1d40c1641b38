import {
  arrayOf,
  type Component,
  component,
  constant,
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

type PointFeatures<Properties> = {
  type: 'FeatureCollection';
  features: PointFeature<Properties>[];
};

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
): Component<PointFeature<Properties>> {
  const schema = objectOf<PointFeature<Properties>>({
    type: constant('Feature'),
    id: text(),
    geometry: nullable(objectOf<PointGeometry>({ type: constant('Point'), coordinates: position })),
    properties,
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
  const schema: JsonSchema = objectOf<PointFeatures<Properties>>({
    type: constant('FeatureCollection'),
    features: arrayOf(ref(feature)),
  });
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
      ...members.example,
    },
  );
}
