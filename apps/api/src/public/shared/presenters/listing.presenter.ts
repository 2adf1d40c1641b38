import { freshnessAt } from '#contract';
import {
  hoursOf,
  type NearbyListing,
  type ServedListing,
  type ServedRow,
  type Shape,
} from '#directory';
import { openingNow } from '#rules';
import { JSON_TYPE, Representation } from '../../../http/negotiation/representation.ts';

const MINUTE_MS = 60_000;
/** Cache of opening states in the current minute as JSON, by time zone and opening hours. */
let openings = { minute: 0, byZone: new Map<string | null, Map<string | null, string>>() };

/** Completes a stored entry; the JSON text is never parsed. */
export function presentDirectoryEntry(row: ServedRow, now: Date): string {
  return `${openDocument(row, now)}}`;
}

/**
 * Presents a listing as JSON text, with the fields that depend on the time.
 *
 * @param shape in which it was read
 */
export function presentListing(listing: ServedListing, now: Date, shape: Shape = 'full'): string {
  const bearingText = shape === 'full' ? ',"bearing_deg":null' : '';
  return `${openListing(listing, now)},"distance_m":null${bearingText}}`;
}

/**
 * Presents a listing as JSON text, with the fields that depend on the time and the client's
 * position.
 */
export function presentNearbyListing(
  { listing, distance_m, bearing_deg }: NearbyListing,
  now: Date,
  shape: Shape = 'full',
): string {
  const meters = Math.round(distance_m * 10) / 10;
  const bearingText = shape === 'full' ? `,"bearing_deg":${bearing(bearing_deg)}` : '';
  return `${openListing(listing, now)},"distance_m":${meters}${bearingText}}`;
}

/** Builds `{ "items": [...], "next": ... }` from JSON texts. */
export function presentPage(items: string[], next: string | null, links: string[]): Representation {
  const body = `{"items":[${items.join(',')}],"next":${JSON.stringify(next)}}`;
  return new Representation(JSON_TYPE, body, links);
}

// The closing brace is left off, so that more properties can follow.
function openListing(listing: ServedListing, now: Date): string {
  return `${openDocument(listing, now)},"open":${openingText(listing, now)}`;
}

function openDocument({ document, verified_at, due_at }: ServedRow, now: Date): string {
  return `${document.slice(0, -1)},"freshness":"${freshnessAt(now, verified_at, due_at)}"`;
}

// Many places have the same hours, and opening states do not change within a minute.
function openingText(listing: ServedListing, now: Date): string {
  const { open_week, time_zone, special_days } = listing;
  const minute = Math.floor(now.getTime() / MINUTE_MS);
  if (minute !== openings.minute) openings = { minute, byZone: new Map() };
  const byWeek = openings.byZone.get(time_zone) ?? new Map<string | null, string>();
  openings.byZone.set(time_zone, byWeek);
  const key = special_days === null ? open_week : `${open_week} ${special_days}`;
  let text = byWeek.get(key);
  if (text === undefined) {
    text = JSON.stringify(openingNow(hoursOf(listing), now));
    byWeek.set(key, text);
  }
  return text;
}

// North is 0, never 360; the bearing is null for the place itself.
function bearing(degrees: number | null): string {
  return degrees === null ? 'null' : String(Math.round(degrees) % 360);
}
