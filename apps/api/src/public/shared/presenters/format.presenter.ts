import type { ListedListing } from '#contract';
import type { ServedDirectoryEntry, ServedListing } from '#directory';
import { featureText, flatPropertiesText } from '#exchange';
import type { Format } from '../../../http/negotiation/format.ts';
import {
  GEOJSON_TYPE,
  JSON_TYPE,
  Representation,
} from '../../../http/negotiation/representation.ts';
import type { FieldSelection } from '../fields/field-selection.ts';
import { type Cursors, pageLinks } from '../paging/page-links.ts';
import { presentFeatures } from './features.presenter.ts';
import { presentListing, presentPage } from './listing.presenter.ts';

/** A resource with a point, as JSON text. */
export interface Presented {
  text: string;
  id: string;
  /** WGS 84 degrees; null if the place is unknown or not public. */
  point(): { longitude: number | null; latitude: number | null };
}

/** The URL of a request for a page, and what is known of all pages. */
export interface PageDetails {
  format: Format;
  /** With its query. */
  url: string;
  /** The number of resources on all pages; null if it is not known. */
  matched: number | null;
}

export function presentListings(
  rows: ServedListing[],
  now: Date,
  selection: FieldSelection,
): Presented[] {
  return rows.map((row) =>
    presentedListing(row.id, selection.present(presentListing(row, now, selection.shape))),
  );
}

/** Presents a page of resources with points in the requested format. */
export function pageOf(
  items: Presented[],
  { next, previous }: Cursors,
  { format, url, matched }: PageDetails,
): Representation {
  const cursors = { next, previous };
  const links = pageLinks(url, cursors);
  if (format === 'json') {
    const texts = items.map(({ text }) => text);
    return presentPage(texts, next, links);
  }
  const members = { next: JSON.stringify(next) };
  return presentFeatures(featuresOf(items, format), { url, cursors, matched, members, links });
}

/** Presents one resource with a point in the requested format. */
export function oneOf(item: Presented, format: Format): Representation {
  return format === 'json'
    ? new Representation(JSON_TYPE, item.text)
    : new Representation(GEOJSON_TYPE, featureOf(item, format));
}

/** Presents resources with points as GeoJSON Features. */
export function featuresOf(items: Presented[], format: Exclude<Format, 'json'>): string[] {
  return items.map((item) => featureOf(item, format));
}

function featureOf({ text, id, point }: Presented, format: Exclude<Format, 'json'>): string {
  const properties = format === 'flat-geojson' ? flatPropertiesText(text) : text;
  return featureText({ id, ...point(), properties });
}

/**
 * @param id of the listing
 * @param text contains its point, and is only parsed when GeoJSON is requested
 */
export function presentedListing(id: string, text: string): Presented {
  return {
    text,
    id,
    point: () => {
      const { longitude = null, latitude = null } =
        (JSON.parse(text) as ListedListing).location ?? {};
      return { longitude, latitude };
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
  return { text, id, point: () => ({ longitude, latitude }) };
}
