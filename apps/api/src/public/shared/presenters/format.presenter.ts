import type { Listing } from '#contract';
import type { ServedDirectoryEntry, ServedListing } from '#directory';
import { featureCollectionText, featureText } from '#exchange';
import type { Format } from '../../../http/negotiation/format.ts';
import {
  GEOJSON_TYPE,
  JSON_TYPE,
  Representation,
} from '../../../http/negotiation/representation.ts';
import { presentListing, presentPage } from './listing.presenter.ts';

/** Something that has a point, as JSON text and, where it is asked for, as a GeoJSON Feature. */
export interface Presented {
  text: string;
  feature(): string;
}

export function presentListings(rows: ServedListing[], now: Date): Presented[] {
  return rows.map((row) => presentedListing(presentListing(row, now)));
}

/** A page of things that have points, in the format asked for. */
export function pageOf(
  items: Presented[],
  next: string | null,
  { format, links }: { format: Format; links: string[] },
): Representation {
  if (format === 'json')
    return presentPage(
      items.map(({ text }) => text),
      next,
      links,
    );
  const body = featureCollectionText(
    items.map((item) => item.feature()),
    { next: JSON.stringify(next) },
  );
  return new Representation(GEOJSON_TYPE, body, links);
}

/** One thing that has a point, in the format asked for. */
export function oneOf(item: Presented, format: Format): Representation {
  return format === 'json'
    ? new Representation(JSON_TYPE, item.text)
    : new Representation(GEOJSON_TYPE, item.feature());
}

/** The point of a listing is in its text, and is looked for only when GeoJSON is wanted. */
export function presentedListing(text: string): Presented {
  return {
    text,
    feature: () => {
      const { id, location } = JSON.parse(text) as Listing;
      const { longitude = null, latitude = null } = location ?? {};
      return featureText({ id, longitude, latitude, properties: text });
    },
  };
}

/** @param distanceMetres from the place asked for; null where none was */
export function presentedFacility(
  { id, longitude, latitude, document }: ServedDirectoryEntry,
  distanceMeters: number | null = null,
): Presented {
  const meters = distanceMeters === null ? null : Math.round(distanceMeters * 10) / 10;
  const text = `${document.slice(0, -1)},"distance_m":${meters}}`;
  return { text, feature: () => featureText({ id, longitude, latitude, properties: text }) };
}
