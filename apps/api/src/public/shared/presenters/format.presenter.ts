import type { ListedListing } from '#contract';
import type { ServedDirectoryEntry, ServedListing } from '#directory';
import { featureCollectionText, featureText } from '#exchange';
import type { Format } from '../../../http/negotiation/format.ts';
import {
  GEOJSON_TYPE,
  JSON_TYPE,
  Representation,
} from '../../../http/negotiation/representation.ts';
import type { FieldSelection } from '../fields/field-selection.ts';
import { presentListing, presentPage } from './listing.presenter.ts';

/** A resource with a point, as JSON text and, on demand, as a GeoJSON Feature. */
export interface Presented {
  text: string;
  feature(): string;
}

export function presentListings(
  rows: ServedListing[],
  now: Date,
  selection: FieldSelection,
): Presented[] {
  return rows.map((row) =>
    presentedListing(selection.present(presentListing(row, now, selection.shape))),
  );
}

/** Presents a page of resources with points in the requested format. */
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

/** Presents one resource with a point in the requested format. */
export function oneOf(item: Presented, format: Format): Representation {
  return format === 'json'
    ? new Representation(JSON_TYPE, item.text)
    : new Representation(GEOJSON_TYPE, item.feature());
}

/** The text contains the point of the listing; it is only parsed when GeoJSON is requested. */
export function presentedListing(text: string): Presented {
  return {
    text,
    feature: () => {
      const { id, location } = JSON.parse(text) as ListedListing;
      const { longitude = null, latitude = null } = location ?? {};
      return featureText({ id, longitude, latitude, properties: text });
    },
  };
}

/** @param distanceMeters from the requested place; null if none was requested */
export function presentedFacility(
  { id, longitude, latitude, document }: ServedDirectoryEntry,
  distanceMeters: number | null = null,
  project: (text: string) => string = (text) => text,
): Presented {
  const meters = distanceMeters === null ? null : Math.round(distanceMeters * 10) / 10;
  const text = project(`${document.slice(0, -1)},"distance_m":${meters}}`);
  return { text, feature: () => featureText({ id, longitude, latitude, properties: text }) };
}
