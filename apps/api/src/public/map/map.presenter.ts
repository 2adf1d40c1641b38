import type { MapFeatures } from '#contract';
import { featureCollectionText, featureText } from '#exchange';
import type { Format } from '../../http/negotiation/format.ts';
import { asJson, GEOJSON_TYPE, Representation } from '../../http/negotiation/representation.ts';

/** Presents points and clusters in the requested format. */
export function presentMap(items: MapFeatures['items'], format: Format): Representation {
  if (format === 'json') return asJson({ items } satisfies MapFeatures);
  const features = items.map((item) =>
    featureText({
      id: item.id,
      longitude: item.longitude,
      latitude: item.latitude,
      properties: JSON.stringify(item),
    }),
  );
  return new Representation(GEOJSON_TYPE, featureCollectionText(features));
}
