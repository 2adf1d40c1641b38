/** A point and its properties as serialized JSON. */
export interface FeatureText {
  id: string;
  /** WGS 84 degrees; null if the place is unknown or not public. */
  longitude: number | null;
  latitude: number | null;
  /** A JSON object. */
  properties: string;
}

/**
 * Serializes a GeoJSON Feature (RFC 7946, 3.2) with a Point, or without a geometry if there is
 * none.
 */
export function featureText({ id, longitude, latitude, properties }: FeatureText): string {
  const geometry =
    longitude === null || latitude === null
      ? 'null'
      : `{"type":"Point","coordinates":[${longitude},${latitude}]}`;
  return `{"type":"Feature","id":${JSON.stringify(id)},"geometry":${geometry},"properties":${properties}}`;
}

/**
 * Serializes a GeoJSON FeatureCollection (RFC 7946, 3.3).
 *
 * @param members foreign members (RFC 7946, 6.1), as JSON texts by name
 */
export function featureCollectionText(
  features: string[],
  members: Record<string, string> = {},
): string {
  const foreign = Object.entries(members).map(([name, json]) => `,"${name}":${json}`);
  return `{"type":"FeatureCollection","features":[${features.join(',')}]${foreign.join('')}}`;
}
