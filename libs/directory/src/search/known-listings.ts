import { LRUCache } from 'lru-cache';
import type { Reader } from '#database';
import type { ServedListing } from './served-row.ts';

/** Enough for 100,000 listings; a directory of some thousand takes a few of these. */
const MOST_BYTES = 256 * 1024 * 1024;
/** What a row takes besides its card, about. */
const ROW_BYTES = 500;

export const LISTING_COLUMNS = 'id, card, verified_at, due_at, open_week, time_zone';

/** Which row, and which of its versions: the transaction that wrote it (`xmin`). */
export interface ListingVersion {
  id: string;
  version: string;
}

/**
 * Listings as they were last read. A search finds ids and versions; cards, by far the most of a
 * row, are fetched only where they are not known or have changed since.
 */
export class KnownListings {
  private readonly known = new LRUCache<string, { version: string; listing: ServedListing }>({
    maxSize: MOST_BYTES,
    sizeCalculation: ({ listing }) => listing.card.length + ROW_BYTES,
  });

  constructor(private readonly db: Reader) {}

  /** The listing of each row, in order; rows whose listing was deleted meanwhile are left out. */
  async join<Row extends ListingVersion>(
    rows: Row[],
  ): Promise<{ row: Row; listing: ServedListing }[]> {
    const missing = rows.filter(({ id, version }) => this.known.get(id)?.version !== version);
    const read = await this.read(missing.map(({ id }) => id));
    return rows.flatMap((row) => {
      const listing = read.get(row.id) ?? this.known.get(row.id)?.listing;
      return listing ? [{ row, listing }] : [];
    });
  }

  private async read(ids: string[]): Promise<Map<string, ServedListing>> {
    if (ids.length === 0) return new Map();
    const rows = await this.db.prepared<(ServedListing & { version: string })[]>(
      `SELECT xmin::text AS version, ${LISTING_COLUMNS} FROM listing WHERE id = ANY($1::uuid[])`,
      [ids],
    );
    for (const id of ids) this.known.delete(id);
    return new Map(
      rows.map(({ version, ...listing }) => {
        this.known.set(listing.id, { version, listing });
        return [listing.id, listing];
      }),
    );
  }
}
