import { LRUCache } from 'lru-cache';
import type { DatabaseReader } from '#database';
import type { ServedListing } from './served-row.ts';

/** Enough for 100,000 listings; a directory of some thousand takes a few of these. */
const MAX_BYTES = 256 * 1024 * 1024;
/** What a row takes besides its card, about. */
const ROW_BYTES = 500;

const FULL = 0.9;
const ROWS_AT_ONCE = 1_000;
const FIRST_ID = '00000000-0000-0000-0000-000000000000';
const NONE: Map<string, ServedListing> = new Map();

export const LISTING_COLUMNS = `id, card AS document, verified_at, due_at, open_week, time_zone,
  ST_X(geog::geometry) AS longitude, ST_Y(geog::geometry) AS latitude`;

/** Which row, and which of its versions: the transaction that wrote it (`xmin`). */
export interface ListingVersion {
  id: string;
  version: string;
}

type VersionedListing = ServedListing & ListingVersion;

/**
 * Listings as they were last read. A search finds ids and versions; cards, by far the most of a
 * row, are fetched only where they are not known or have changed since.
 */
export class ListingCache {
  private readonly entries = new LRUCache<string, { version: string; listing: ServedListing }>({
    maxSize: MAX_BYTES,
    sizeCalculation: ({ listing }) => listing.document.length + ROW_BYTES,
  });

  constructor(private readonly db: DatabaseReader) {}

  /** Reads listings until all are known, or as many as fit. */
  async preload(): Promise<void> {
    let last = FIRST_ID;
    while (this.entries.calculatedSize < MAX_BYTES * FULL) {
      const rows = await this.db.query<VersionedListing[]>(
        `SELECT xmin::text AS version, ${LISTING_COLUMNS} FROM listing WHERE id > $1
          ORDER BY id LIMIT ${ROWS_AT_ONCE}`,
        [last],
      );
      for (const row of rows) this.keep(row);
      if (rows.length < ROWS_AT_ONCE) return;
      last = (rows.at(-1) as VersionedListing).id;
    }
  }

  /** The listing of each row, in order; null where it was deleted meanwhile. */
  async join<Row extends ListingVersion>(
    rows: Row[],
  ): Promise<{ row: Row; listing: ServedListing | null }[]> {
    const found = rows.map((row) => ({ row, listing: this.recall(row) }));
    const missing = found.filter(({ listing }) => !listing).map(({ row }) => row.id);
    const read = await this.read(missing);
    return found.map(({ row, listing = read.get(row.id) ?? null }) => ({ row, listing }));
  }

  private recall({ id, version }: ListingVersion): ServedListing | undefined {
    const kept = this.entries.get(id);
    return kept?.version === version ? kept.listing : undefined;
  }

  private async read(ids: string[]): Promise<Map<string, ServedListing>> {
    if (ids.length === 0) return NONE;
    const rows = await this.db.prepared<VersionedListing[]>(
      `SELECT xmin::text AS version, ${LISTING_COLUMNS} FROM listing WHERE id = ANY($1::uuid[])`,
      [ids],
    );
    return new Map(rows.map((row) => [row.id, this.keep(row)]));
  }

  private keep({ version, ...listing }: VersionedListing): ServedListing {
    this.entries.set(listing.id, { version, listing });
    return listing;
  }
}
