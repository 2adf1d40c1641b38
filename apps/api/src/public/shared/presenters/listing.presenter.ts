import { freshnessAt } from '#contract';
import { type NearbyListing, openingAt, type ServedListing, type ServedRow } from '#directory';
import { JSON_TYPE, Representation } from '../../../http/negotiation/representation.ts';
import { parseMinuteSpans } from './opening-spans.ts';

const MINUTE_MS = 60_000;
/** Whether a place is open in this minute, as JSON, by its time zone and its hours. */
let openings = { minute: 0, byZone: new Map<string | null, Map<string | null, string>>() };

/** A stored card with the rest added to it: text in, text out, nothing parsed on the way. */
export function presentDirectoryEntry(row: ServedRow, now: Date): string {
  return `${openDocument(row, now)}}`;
}

/** A listing as JSON text, with what depends on the time. */
export function presentListing(listing: ServedListing, now: Date): string {
  return `${openListing(listing, now)},"distance_m":null,"bearing_deg":null}`;
}

/** A listing as JSON text, with what depends on the time and on the point asked from. */
export function presentNearbyListing(
  { listing, distance_m, bearing_deg }: NearbyListing,
  now: Date,
): string {
  const meters = Math.round(distance_m * 10) / 10;
  return `${openListing(listing, now)},"distance_m":${meters},"bearing_deg":${bearing(bearing_deg)}}`;
}

/** `{ "items": [...], "next": ... }` from texts. */
export function presentPage(items: string[], next: string | null, links: string[]): Representation {
  const body = `{"items":[${items.join(',')}],"next":${JSON.stringify(next)}}`;
  return new Representation(JSON_TYPE, body, links);
}

// Without their closing braces, so that more can follow.
function openListing(listing: ServedListing, now: Date): string {
  return `${openDocument(listing, now)},"open":${openingText(listing, now)}`;
}

function openDocument({ document, verified_at, due_at }: ServedRow, now: Date): string {
  return `${document.slice(0, -1)},"freshness":"${freshnessAt(now, verified_at, due_at)}"`;
}

// Many places keep the same hours, and none opens within a minute.
function openingText({ open_week, time_zone }: ServedListing, now: Date): string {
  const minute = Math.floor(now.getTime() / MINUTE_MS);
  if (minute !== openings.minute) openings = { minute, byZone: new Map() };
  const byWeek = openings.byZone.get(time_zone) ?? new Map<string | null, string>();
  openings.byZone.set(time_zone, byWeek);
  let text = byWeek.get(open_week);
  if (text === undefined) {
    text = JSON.stringify(openingAt(now, parseMinuteSpans(open_week), time_zone));
    byWeek.set(open_week, text);
  }
  return text;
}

// North is 0, never 360; a place has no bearing from itself.
function bearing(degrees: number | null): string {
  return degrees === null ? 'null' : String(Math.round(degrees) % 360);
}
