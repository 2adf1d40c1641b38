import {
  freshnessAt,
  type MinuteSpan,
  openingAt,
  type ServedListing,
  type ServedRow,
} from '#directory';
import { JSON_TYPE, type Representation } from '../../http/representation.ts';

/** A stored card with the rest added to it: text in, text out, nothing parsed on the way. */
export function presentCard(row: ServedRow, now: Date): string {
  return `${row.card.slice(0, -1)},"freshness":"${freshnessAt(now, row.verified_at, row.due_at)}"}`;
}

/** A listing as JSON text, with what depends on the time and on the point asked from. */
export function presentListing(row: ServedListing, now: Date): string {
  const open = openingAt(now, readSpans(row.open_week), row.time_zone);
  const metres = row.distance_m === undefined ? null : row.distance_m;
  return `${presentCard(row, now).slice(0, -1)},"open":${JSON.stringify(open)},"distance_m":${
    metres === null ? 'null' : Math.round(metres * 10) / 10
  },"bearing_deg":${bearing(row.bearing_deg)}}`;
}

/** `{ "items": [...], "next": ... }` from texts. */
export function presentPage(items: string[], next: string | null): Representation {
  return { type: JSON_TYPE, body: `{"items":[${items.join(',')}],"next":${JSON.stringify(next)}}` };
}

// North is 0, never 360; a place has no bearing from itself.
function bearing(degrees: number | null | undefined): string {
  return degrees === null || degrees === undefined ? 'null' : String(Math.round(degrees) % 360);
}

function readSpans(multirange: string | null): MinuteSpan[] | null {
  if (multirange === null) return null;
  return [...multirange.matchAll(/\[(\d+),(\d+)\)/g)].map(([, from, to]) => [
    Number(from),
    Number(to),
  ]);
}
