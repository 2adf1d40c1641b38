import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { DirectoryEntryRepository, ListingSearchRepository } from '#directory';
import { ChangeSequence } from '../shared/change-sequence.ts';
import { Clock } from '../shared/clock.ts';
import type { ParsedListingFilter } from '../shared/listing-filter/listing-filter.service.ts';
import { presentDirectoryEntry, presentListing } from '../shared/presenters/listing.presenter.ts';

const HELP_LINES = 50;
const MINUTE_MS = 60_000;
const MOST_BYTES = 16 * 1024 * 1024;

/** What helps wherever one is, as JSON arrays in UTF-8. */
export interface RemoteHelp {
  remote: Buffer;
  helpLines: Buffer;
}

/**
 * Help without a place, and help lines. They are the same for everyone in a state, so they are kept
 * as they are served until the directory changes or the minute ends.
 */
@Injectable()
export class RemoteHelpService {
  private readonly kept = new LRUCache<string, RemoteHelp>({
    maxSize: MOST_BYTES,
    sizeCalculation: ({ remote, helpLines }, key) => remote.length + helpLines.length + key.length,
  });

  constructor(
    private readonly changes: ChangeSequence,
    private readonly clock: Clock,
    private readonly listings: ListingSearchRepository,
    private readonly cards: DirectoryEntryRepository,
  ) {}

  /** @param serves the regions that help without a place must serve */
  async find({ filter, tags }: ParsedListingFilter, serves: string[]): Promise<RemoteHelp> {
    const asked = { ...filter, region: [], serves };
    const now = this.clock.now();
    const key = JSON.stringify([
      await this.changes.current(),
      minuteOf(now),
      { ...asked, openAt: minuteOf(asked.openAt), verifiedSince: minuteOf(asked.verifiedSince) },
    ]);
    const known = this.kept.get(key);
    if (known) return known;
    const answer = await this.read({ filter: asked, tags }, now);
    this.kept.set(key, answer);
    return answer;
  }

  private async read({ filter, tags }: ParsedListingFilter, now: Date): Promise<RemoteHelp> {
    const wanted = [tags.term('service', filter.service), tags.term('language', filter.language)];
    const lineTags = wanted.filter((term) => term !== null).join('&') || null;
    const [remote, lines] = await Promise.all([
      this.listings.withoutPoint(filter, tags),
      this.cards.page(
        { kind: 'help_line', tags: lineTags, words: null },
        { from: null, limit: HELP_LINES },
      ),
    ]);
    return {
      remote: jsonList(remote.map((row) => presentListing(row, now))),
      helpLines: jsonList(lines.map((row) => presentDirectoryEntry(row, now))),
    };
  }
}

function jsonList(texts: string[]): Buffer {
  return Buffer.from(`[${texts.join(',')}]`);
}

function minuteOf(time: Date | null): number | null {
  return time && Math.floor(time.getTime() / MINUTE_MS);
}
