import { featureCollectionText } from '#exchange';
import type { Format } from '../../http/format.ts';
import { GEOJSON_TYPE, JSON_TYPE, type Representation } from '../../http/representation.ts';
import type { NearbyRows } from '../nearby.service.ts';
import { feature, presentListings } from './representations.ts';

/** The whole answer to a nearby question; in GeoJSON all but the places are foreign members. */
export function presentNearby(rows: NearbyRows, now: Date, format: Format): Representation {
  const items = presentListings(rows.items, now);
  const members = {
    place: JSON.stringify(rows.place),
    other_places: JSON.stringify(rows.otherPlaces),
    remote: rows.afar.remote,
    help_lines: rows.afar.helpLines,
    widened: String(rows.widened),
  };
  if (format === 'geojson') {
    return { type: GEOJSON_TYPE, body: featureCollectionText(items.map(feature), members) };
  }
  const rest = Object.entries(members).map(([name, json]) => `,"${name}":${json}`);
  const listed = items.map(({ text }) => text).join(',');
  return { type: JSON_TYPE, body: `{"items":[${listed}]${rest.join('')}}` };
}
