import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import {
  DirectoryEntryRepository,
  ListingSearchRepository,
  type ServedDirectoryEntry,
  type ServedListing,
  type Shape,
} from '#directory';
import type { ParsedListingFilter } from '../shared/listing-filter/listing-filter.service.ts';
import { ChangeSequence } from '../shared/state/change-sequence.ts';
import { Clock } from '../shared/state/clock.ts';

/** Those that fit best; the response links to the others. */
const MAX_LISTINGS = 3;
const MAX_HELP_LINES = 3;
const MINUTE_MS = 60_000;
const MAX_CACHE_BYTES = 8 * 1024 * 1024;
/** Approximate memory of a row in addition to its document. */
const ROW_BYTES = 300;

/** The help that needs no visit and fits best: the same for every point in a region. */
export interface RemoteHelp {
  remote: ServedListing[];
  /** Complete ones, in the order in which the records sort them. */
  helpLines: ServedDirectoryEntry[];
}

interface RemoteHelpQuery extends ParsedListingFilter {
  shape: Shape;
}

/**
 * Finds help without a place, and help lines. Reads it once for the same request until the directory
 * changes or the minute ends.
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
  async find({ filter, tags, shape }: RemoteHelpQuery, serves: string[]): Promise<RemoteHelp> {
    const wanted = { ...filter, region: [], serves };
    const now = this.clock.now();
    const key = JSON.stringify([
      this.changes.last,
      shape,
      minuteOf(now),
      { ...wanted, openAt: minuteOf(wanted.openAt), verifiedSince: minuteOf(wanted.verifiedSince) },
    ]);
    const cached = this.cache.get(key);
    if (cached) return cached;
    const help = await this.read({ filter: wanted, tags, shape });
    this.cache.set(key, help);
    return help;
  }

  private async read({ filter, tags, shape }: RemoteHelpQuery): Promise<RemoteHelp> {
    const wanted = [tags.term('service', filter.service), tags.term('language', filter.language)];
    const lineTags = wanted.filter((term) => term !== null).join('&') || null;
    const [remote, helpLines] = await Promise.all([
      this.listings.withoutPoint({ filter, tags, shape }, MAX_LISTINGS),
      this.entries.page(
        { kind: 'help_line', tags: lineTags, words: null },
        { from: null, limit: MAX_HELP_LINES },
      ),
    ]);
    return { remote, helpLines: helpLines.slice(0, MAX_HELP_LINES) };
  }
}

function minuteOf(time: Date | null): number | null {
  return time && Math.floor(time.getTime() / MINUTE_MS);
}
