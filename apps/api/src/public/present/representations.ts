import type { ServedListing, ServedRow } from '#directory';
import { featureCollectionText, featureText } from '#exchange';
import type { Format } from '../../http/format.ts';
import { GEOJSON_TYPE, JSON_TYPE, type Representation } from '../../http/representation.ts';
import { presentListing, presentPage } from './served-card.ts';

/** Rows and the text of each, in step. */
export interface Presented {
  row: ServedRow;
  text: string;
}

export function presentListings(rows: ServedListing[], now: Date): Presented[] {
  return rows.map((row) => ({ row, text: presentListing(row, now) }));
}

/** A page of things that have points, in the format asked for. */
export function pageOf(items: Presented[], next: string | null, format: Format): Representation {
  if (format === 'json')
    return presentPage(
      items.map(({ text }) => text),
      next,
    );
  const body = featureCollectionText(items.map(feature), { next: JSON.stringify(next) });
  return { type: GEOJSON_TYPE, body };
}

/** One thing that has a point, in the format asked for. */
export function oneOf(item: Presented, format: Format): Representation {
  return format === 'json'
    ? { type: JSON_TYPE, body: item.text }
    : { type: GEOJSON_TYPE, body: feature(item) };
}

/** A thing as a GeoJSON Feature. */
export function feature({ row, text }: Presented): string {
  const { id, longitude, latitude } = row;
  return featureText({ id, longitude, latitude, properties: text });
}
