import { validate as isUuid } from 'uuid';

/** Where a page ends: the sort key and id of the row beside its edge. */
export interface Keyset {
  key: string | number;
  id: string;
  /** The page before this row is wanted, not the one after it. */
  back: boolean;
}

/** Opaque to clients, but no secret: base64url of JSON. */
function encodeKeyset({ key, id, back }: Keyset): string {
  return Buffer.from(JSON.stringify([key, id, back ? 1 : 0])).toString('base64url');
}

/** Returns null for a text that `encodeKeyset` did not make. */
export function decodeKeyset(text: string): Keyset | null {
  try {
    const read: unknown = JSON.parse(Buffer.from(text, 'base64url').toString());
    if (!Array.isArray(read) || read.length !== 3) return null;
    const [key, id, back] = read as unknown[];
    // PostgreSQL's text has no NUL.
    const known =
      (typeof key === 'string' && !key.includes('\0')) ||
      (typeof key === 'number' && Number.isFinite(key));
    if (!known || typeof id !== 'string' || !isUuid(id)) return null;
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
 * Cuts a page from rows that were read one further than `limit`, in the order of reading.
 *
 * @param rows with their `sort_key`; nearest to the keyset first, so reversed when going back
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
