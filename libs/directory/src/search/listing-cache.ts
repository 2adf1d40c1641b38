import { LRUCache } from 'lru-cache';
import type { DatabaseReader } from '#database';
import type { ServedListing } from './served-row.ts';

/** Enough for 100,000 listings; a directory with a few thousand needs a few MB. */
const MAX_BYTES = 256 * 1024 * 1024;
/** Approximate memory of a row in addition to its document. */
const ROW_BYTES = 500;

const PRELOAD_RATIO = 0.9;
const BATCH_SIZE = 1_000;
const MIN_ID = '00000000-0000-0000-0000-000000000000';
const NONE: Map<string, ServedListing> = new Map();

export const LISTING_COLUMNS = `id, card AS document, verified_at, due_at, open_week, time_zone,
  ST_X(geog::geometry) AS longitude, ST_Y(geog::geometry) AS latitude`;

/** A row and its version: the transaction that wrote it (`xmin`). */
export interface ListingVersion {
  id: string;
  version: string;
}

type VersionedListing = ServedListing & ListingVersion;

/**
 * Caches listings as they were last read. A search only selects ids and versions; the documents,
 * the largest part of a row, are fetched only if they are not cached or have changed.
 */
export class ListingCache {
  private readonly entries = new LRUCache<string, { version: string; listing: ServedListing }>({
    maxSize: MAX_BYTES,
    sizeCalculation: ({ listing }) => listing.document.length + ROW_BYTES,
  });

  constructor(private readonly db: DatabaseReader) {}

  /** Reads listings until all of them are cached or the cache is full. */
  async preload(): Promise<void> {
    let last = MIN_ID;
    while (this.entries.calculatedSize < MAX_BYTES * PRELOAD_RATIO) {
      const rows = await this.db.query<VersionedListing[]>(
        `SELECT xmin::text AS version, ${LISTING_COLUMNS} FROM listing WHERE id > $1
          ORDER BY id LIMIT ${BATCH_SIZE}`,
        [last],
      );
      for (const row of rows) this.store(row);
      if (rows.length < BATCH_SIZE) return;
      last = (rows.at(-1) as VersionedListing).id;
    }
  }

  /** Adds the listing to each row, in order; null if it was deleted in the meantime. */
  async join<Row extends ListingVersion>(
    rows: Row[],
  ): Promise<{ row: Row; listing: ServedListing | null }[]> {
    const found = rows.map((row) => ({ row, listing: this.cached(row) }));
    const missing = found.filter(({ listing }) => !listing).map(({ row }) => row.id);
    const read = await this.read(missing);
    return found.map(({ row, listing = read.get(row.id) ?? null }) => ({ row, listing }));
  }

  private cached({ id, version }: ListingVersion): ServedListing | undefined {
    const entry = this.entries.get(id);
    return entry?.version === version ? entry.listing : undefined;
  }

  private async read(ids: string[]): Promise<Map<string, ServedListing>> {
    if (ids.length === 0) return NONE;
    const rows = await this.db.prepared<VersionedListing[]>(
      `SELECT xmin::text AS version, ${LISTING_COLUMNS} FROM listing WHERE id = ANY($1::uuid[])`,
      [ids],
    );
    return new Map(rows.map((row) => [row.id, this.store(row)]));
  }

  private store({ version, ...listing }: VersionedListing): ServedListing {
    this.entries.set(listing.id, { version, listing });
    return listing;
  }
}
