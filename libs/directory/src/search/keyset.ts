import { validate as isUuid } from 'uuid';

/** The edge of a page: the sort key and id of its first or last row. */
export interface Keyset {
  key: string | number;
  id: string;
  /** True to request the page before this row, not the one after it. */
  back: boolean;
}

/** Encodes a keyset as base64url of JSON, which is opaque to clients but not secret. */
function encodeKeyset({ key, id, back }: Keyset): string {
  return Buffer.from(JSON.stringify([key, id, back ? 1 : 0])).toString('base64url');
}

/** Returns null for text that `encodeKeyset` did not create. */
export function decodeKeyset(text: string): Keyset | null {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(text, 'base64url').toString());
    if (!Array.isArray(parsed) || parsed.length !== 3) return null;
    const [key, id, back] = parsed as unknown[];
    // PostgreSQL text cannot contain NUL.
    const validKey =
      (typeof key === 'string' && !key.includes('\0')) ||
      (typeof key === 'number' && Number.isFinite(key));
    if (!validKey || typeof id !== 'string' || !isUuid(id)) return null;
    return { key: key as string | number, id, back: back === 1 };
  } catch {
    return null;
  }
}

export interface KeysetPage<Row> {
  rows: Row[];
  next: string | null;
  previous: string | null;
}

/**
 * Builds a page from up to `limit` + 1 rows, in the order in which they were read.
 *
 * @param rows with their `sort_key`; closest to the keyset first, so in reverse order when going
 *   back
 */
export function toKeysetPage<Row extends { id: string; sort_key: string | number }>(
  rows: Row[],
  limit: number,
  from: Keyset | null,
): KeysetPage<Row> {
  const more = rows.length > limit;
  const page = rows.slice(0, limit);
  if (from?.back) page.reverse();
  const edge = (row: Row | undefined, back: boolean) =>
    row ? encodeKeyset({ key: row.sort_key, id: row.id, back }) : null;
  const hasNext = from?.back ? true : more;
  const hasPrevious = from?.back ? more : from !== null;
  return {
    rows: page,
    next: hasNext ? edge(page.at(-1), false) : null,
    previous: hasPrevious ? edge(page[0], true) : null,
  };
}
