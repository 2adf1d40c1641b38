import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import {
  DirectoryEntryRepository,
  ListingSearchRepository,
  type ServedDirectoryEntry,
  type ServedListing,
  type Shape,
} from '#directory';
import { anyOf, changesOfKind, changesOfUnplaced } from '../shared/concerns/concerns.ts';
import type { ParsedListingFilter } from '../shared/listing-filter/listing-filter.service.ts';
import { ListingIndexService } from '../shared/listing-index/listing-index.service.ts';
import { ChangeSequence } from '../shared/state/change-sequence.ts';

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
  /** In the order in which the records sort them. */
  helpLines: ServedDirectoryEntry[];
}

/** What has to be read of the listings and of the help lines. */
export interface NearbyShapes {
  listings: Shape;
  lines: Shape;
}

interface RemoteHelpQuery extends ParsedListingFilter {
  shapes: NearbyShapes;
}

interface StoredHelp extends RemoteHelp {
  /** The sequence number of the last change that is known not to concern it. */
  sequence: number;
}

const concern = anyOf([changesOfUnplaced, changesOfKind('help_line')]);

/**
 * Finds help without a place, and help lines. Reads it once for the same request until a change
 * concerns it, or the minute ends where the time matters.
 */
@Injectable()
export class RemoteHelpService {
  private readonly cache = new LRUCache<string, StoredHelp>({
    maxSize: MAX_CACHE_BYTES,
    sizeCalculation: ({ remote, helpLines }, key) =>
      [...remote, ...helpLines].reduce(
        (sum, row) => sum + row.document.length + ROW_BYTES,
        key.length,
      ),
  });

  constructor(
    private readonly changes: ChangeSequence,
    private readonly index: ListingIndexService,
    private readonly listings: ListingSearchRepository,
    private readonly entries: DirectoryEntryRepository,
  ) {}

  /** @param serves the regions that the help must serve */
  async find({ filter, tags, shapes }: RemoteHelpQuery, serves: string[]): Promise<RemoteHelp> {
    const wanted = { ...filter, region: [], serves };
    const { openAt } = wanted;
    const minute = openAt && Math.floor(openAt.getTime() / MINUTE_MS);
    const key = JSON.stringify([shapes, { ...wanted, openAt: minute }]);
    const sequence = this.changes.last;
    const stored = this.cache.get(key);
    if (stored && this.isCurrent(stored, sequence)) return stored;
    const help = await this.read({ filter: wanted, tags, shapes });
    this.cache.set(key, { ...help, sequence });
    return help;
  }

  private isCurrent(stored: StoredHelp, sequence: number): boolean {
    if (stored.sequence === sequence) return true;
    const changes = this.index.changesBetween(stored.sequence, sequence);
    if (!changes || changes.some(concern)) return false;
    stored.sequence = sequence;
    return true;
  }

  private async read({ filter, tags, shapes }: RemoteHelpQuery): Promise<RemoteHelp> {
    const wanted = [tags.term('service', filter.service), tags.term('language', filter.language)];
    const lineTags = wanted.filter((term) => term !== null).join('&') || null;
    const [remote, helpLines] = await Promise.all([
      this.listings.withoutPoint({ filter, tags, shape: shapes.listings }, MAX_LISTINGS),
      this.entries.page(
        { kind: 'help_line', tags: lineTags, words: null },
        { from: null, limit: MAX_HELP_LINES, shape: shapes.lines },
      ),
    ]);
    return { remote, helpLines: helpLines.slice(0, MAX_HELP_LINES) };
  }
}
