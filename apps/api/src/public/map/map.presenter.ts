import type { MapFeatures } from '#contract';
import type { Format } from '../../http/negotiation/format.ts';
import { asJson, type Representation } from '../../http/negotiation/representation.ts';
import { presentFeatures } from '../shared/presenters/features.presenter.ts';
import { featuresOf } from '../shared/presenters/format.presenter.ts';

/** Presents points and clusters in the requested format. */
export function presentMap(
  items: MapFeatures['items'],
  { format, url }: { format: Format; url: string },
): Representation {
  if (format === 'json') return asJson({ items } satisfies MapFeatures);
  const presented = items.map((item) => ({
    text: JSON.stringify(item),
    id: item.id,
    point: () => ({ longitude: item.longitude, latitude: item.latitude }),
  }));
  return presentFeatures(featuresOf(presented, format), { url, matched: items.length });
}
