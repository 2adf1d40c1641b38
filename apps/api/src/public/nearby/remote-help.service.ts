import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import {
  DirectoryEntryRepository,
  ListingSearchRepository,
  type ServedDirectoryEntry,
  type ServedListing,
} from '#directory';
import type { ParsedListingFilter } from '../shared/listing-filter/listing-filter.service.ts';
import { ChangeSequence } from '../shared/state/change-sequence.ts';
import { Clock } from '../shared/state/clock.ts';

const MAX_HELP_LINES = 50;
const MINUTE_MS = 60_000;
const MAX_CACHE_BYTES = 32 * 1024 * 1024;
/** Approximate memory of a row in addition to its document. */
const ROW_BYTES = 300;

/** Help that needs no visit: the same for every point in a region. */
export interface RemoteHelp {
  remote: ServedListing[];
  helpLines: ServedDirectoryEntry[];
  /** When it was read; everything that depends on the time is the same until the minute ends. */
  now: Date;
}

/**
 * Finds help without a place, and help lines. Returns the same object for the same request until
 * the directory changes or the minute ends, so that it is serialized only once.
 */
@Injectable()
export class RemoteHelpService {
  private readonly cache = new LRUCache<string, RemoteHelp>({
    maxSize: MAX_CACHE_BYTES,
    sizeCalculation: ({ remote, helpLines }, key) =>
      [...remote, ...helpLines].reduce(
        (sum, row) => sum + row.document.length + ROW_BYTES,
        key.length,
      ),
  });

  constructor(
    private readonly changes: ChangeSequence,
    private readonly clock: Clock,
    private readonly listings: ListingSearchRepository,
    private readonly entries: DirectoryEntryRepository,
  ) {}

  /** @param serves the regions that the help must serve */
  async find({ filter, tags }: ParsedListingFilter, serves: string[]): Promise<RemoteHelp> {
    const wanted = { ...filter, region: [], serves };
    const now = this.clock.now();
    const key = JSON.stringify([
      this.changes.last,
      minuteOf(now),
      { ...wanted, openAt: minuteOf(wanted.openAt), verifiedSince: minuteOf(wanted.verifiedSince) },
    ]);
    const cached = this.cache.get(key);
    if (cached) return cached;
    const help = await this.read({ filter: wanted, tags }, now);
    this.cache.set(key, help);
    return help;
  }

  private async read({ filter, tags }: ParsedListingFilter, now: Date): Promise<RemoteHelp> {
    const wanted = [tags.term('service', filter.service), tags.term('language', filter.language)];
    const lineTags = wanted.filter((term) => term !== null).join('&') || null;
    const [remote, helpLines] = await Promise.all([
      this.listings.withoutPoint(filter, tags),
      this.entries.page(
        { kind: 'help_line', tags: lineTags, words: null },
        { from: null, limit: MAX_HELP_LINES },
      ),
    ]);
    return { remote, helpLines, now };
  }
}

function minuteOf(time: Date | null): number | null {
  return time && Math.floor(time.getTime() / MINUTE_MS);
}
