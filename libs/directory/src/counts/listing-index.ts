import { type Freshness, freshnessAt, type ListingStatus, listingStatuses } from '#contract';
import type { ListingFilter } from '../search/listing-filter.ts';
import type { TagDictionary } from '../search/tag-dictionary.ts';
import type { TagKind } from '../tags/tag-name.ts';
import { addBits, BitSet, CHUNK_SIZE, CHUNK_WORDS, chunkOf, eachBit } from './bit-set.ts';
import { countListings, countTags, type Matches } from './count-matches.ts';
import { OpeningWeeks } from './opening-weeks.ts';
import { OrganizationSlots } from './organization-slots.ts';
import { ServiceLayer, type ServiceQuery } from './service-layer.ts';
import { SlotNumbers } from './slot-numbers.ts';

/** What can be asked of a listing. */
export interface IndexedListing {
  organizationId: string;
  status: ListingStatus;
  /** Whether it is help without a place. */
  remote: boolean;
  /** Milliseconds since 1970. */
  verifiedAt: number | null;
  dueAt: number | null;
  /** At least one. */
  services: IndexedService[];
}

export interface IndexedService {
  /** Numbers of tags. */
  tags: number[];
  /** An `int4multirange` of the minutes of the week; null if the hours are unknown. */
  openWeek: string | null;
  timeZone: string | null;
}

const newTimes = () => new Float64Array(CHUNK_SIZE).fill(Number.NaN);

/**
 * What the filters match of each listing, in memory, so that counting reads no listing: a set of
 * bits for each tag.
 */
export class ListingIndex {
  private readonly slots = new OrganizationSlots();
  private readonly layers: ServiceLayer[] = [];
  private readonly weeks = new OpeningWeeks();
  private readonly remote = new BitSet();
  private readonly verifiedAt = new SlotNumbers(newTimes);
  private readonly dueAt = new SlotNumbers(newTimes);
  private readonly statuses: Record<ListingStatus, BitSet> = {
    active: new BitSet(),
    closed: new BitSet(),
    unknown: new BitSet(),
  };
  /** How many listings that have not closed have each tag. */
  private readonly tagCounts = new Map<number, number>();

  /**
   * Adds listings.
   *
   * @param listings of organizations that have none here
   */
  add(listings: IndexedListing[]): void {
    for (const listing of listings) this.addOne(listing);
  }

  /** Removes all listings of these organizations. */
  remove(organizationIds: string[]): void {
    for (const id of organizationIds) {
      for (const slot of this.slots.release(id)) this.removeOne(slot);
    }
  }

  /** Counts the listings that match a filter. */
  count(filter: ListingFilter, tags: TagDictionary): number {
    if (asksNothing(filter)) return this.openCount();
    return countListings(this.matches(filter, tags));
  }

  /**
   * Counts the listings that match a filter, by tag of one kind, in order of the codes, without those
   * that none has. A listing with several services counts for the tags of those that match.
   */
  countEach(
    kind: TagKind,
    filter: ListingFilter,
    tags: TagDictionary,
  ): { code: string; count: number }[] {
    const known = tags.ofKind(kind).sort((a, b) => (a.code < b.code ? -1 : 1));
    const counts = asksNothing(filter)
      ? this.tagCounts
      : countTags(
          known.map(({ number }) => number),
          this.matches(filter, tags),
        );
    return known
      .map(({ code, number }) => ({ code, count: counts.get(number) ?? 0 }))
      .filter(({ count }) => count > 0);
  }

  /** Counts all listings by status. */
  byStatus(): Record<ListingStatus, number> {
    const { active, closed, unknown } = this.statuses;
    return { active: active.size, closed: closed.size, unknown: unknown.size };
  }

  /** Counts the listings that have not closed by freshness. */
  byFreshness(now: Date): Record<Freshness, number> {
    const counts = { fresh: 0, due: 0, overdue: 0, never: 0 };
    const ofDue = new Map<number, Freshness>();
    const freshness = (verified: number, due: number): Freshness => {
      if (Number.isNaN(verified) || Number.isNaN(due)) return 'never';
      const known = ofDue.get(due) ?? freshnessAt(now, new Date(verified), new Date(due));
      ofDue.set(due, known);
      return known;
    };
    for (let chunk = 0; chunk < this.chunkCount; chunk += 1) {
      const verified = this.verifiedAt.chunk(chunk);
      const due = this.dueAt.chunk(chunk);
      this.withStatus([], chunk).forEach((bits, word) => {
        eachBit(bits, word, (position) => {
          counts[freshness(verified?.[position] ?? Number.NaN, due?.[position] ?? Number.NaN)] += 1;
        });
      });
    }
    return counts;
  }

  private get chunkCount(): number {
    return this.slots.end === 0 ? 0 : chunkOf(this.slots.end - 1) + 1;
  }

  private openCount(): number {
    return this.statuses.active.size + this.statuses.unknown.size;
  }

  private addOne(listing: IndexedListing): void {
    const slot = this.slots.take(listing.organizationId);
    this.statuses[listing.status].add(slot);
    if (listing.remote) this.remote.add(slot);
    if (listing.verifiedAt !== null) this.verifiedAt.set(slot, listing.verifiedAt);
    if (listing.dueAt !== null) this.dueAt.set(slot, listing.dueAt);
    listing.services.forEach(({ tags, openWeek, timeZone }, index) => {
      const layer = this.layers[index] ?? new ServiceLayer();
      this.layers[index] = layer;
      layer.add(slot, { tags, week: this.weeks.take(openWeek, timeZone) });
    });
    if (listing.status === 'closed') return;
    this.countOpen(new Set(listing.services.flatMap(({ tags }) => tags)), 1);
  }

  private removeOne(slot: number): void {
    const isOpen = !this.statuses.closed.has(slot);
    for (const status of listingStatuses) this.statuses[status].delete(slot);
    this.remote.delete(slot);
    for (const times of [this.verifiedAt, this.dueAt]) {
      if (times.get(slot) !== undefined) times.set(slot, Number.NaN);
    }
    const tags = new Set<number>();
    for (const layer of this.layers) {
      const removed = layer.remove(slot);
      if (!removed) break;
      this.weeks.release(removed.week);
      for (const tag of removed.tags) tags.add(tag);
    }
    if (isOpen) this.countOpen(tags, -1);
  }

  private countOpen(tags: Set<number>, by: 1 | -1): void {
    for (const tag of tags) this.tagCounts.set(tag, (this.tagCounts.get(tag) ?? 0) + by);
  }

  /** Finds what matches, chunk by chunk; what is yielded is overwritten by the next one. */
  private *matches(filter: ListingFilter, tags: TagDictionary): Generator<Matches> {
    const query: ServiceQuery = { terms: tags.terms(filter), open: this.weeks.openAt(filter) };
    const buffers = this.layers.map(() => new Uint32Array(CHUNK_WORDS));
    for (let chunk = 0; chunk < this.chunkCount; chunk += 1) {
      const of = this.withStatus(filter.status, chunk);
      this.keepFitting(filter, chunk, of);
      const layers: Matches['layers'] = [];
      this.layers.forEach((layer, index) => {
        const into = buffers[index] as Uint32Array;
        if (layer.match(chunk, query, { of, into })) layers.push({ layer, listings: into });
      });
      if (layers.length > 0) yield { chunk, layers };
    }
  }

  /** The listings of a chunk that have not closed, or also those. */
  private withStatus(asked: ListingFilter['status'], chunk: number): Uint32Array {
    const listings = new Uint32Array(CHUNK_WORDS);
    addBits(listings, this.statuses.active.chunk(chunk));
    addBits(listings, this.statuses.unknown.chunk(chunk));
    // Which ones are asked for is a tag.
    if (asked.length > 0) addBits(listings, this.statuses.closed.chunk(chunk));
    return listings;
  }

  private keepFitting(filter: ListingFilter, chunk: number, listings: Uint32Array): void {
    if (filter.remote) {
      const remote = this.remote.chunk(chunk);
      for (let word = 0; word < CHUNK_WORDS; word += 1) {
        listings[word] = (listings[word] ?? 0) & (remote?.[word] ?? 0);
      }
    }
    if (!filter.verifiedSince) return;
    const since = filter.verifiedSince.getTime();
    const verified = this.verifiedAt.chunk(chunk);
    for (let word = 0; word < CHUNK_WORDS; word += 1) {
      let kept = 0;
      eachBit(listings[word] ?? 0, word, (position) => {
        if ((verified?.[position] ?? Number.NaN) >= since) kept |= 1 << (position & 31);
      });
      listings[word] = kept;
    }
  }
}

/** True if every listing that has not closed matches. */
function asksNothing({ openAt, openAtMinute, remote, verifiedSince, ...codes }: ListingFilter) {
  const asked = [openAt, openAtMinute, verifiedSince].some((value) => value !== null);
  return !asked && !remote && Object.values(codes).every((values) => values.length === 0);
}
