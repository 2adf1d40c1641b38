import { type Freshness, freshnessOf, type ListingStatus, listingStatuses } from '#contract';
import type { BoundingBox, GridTile, MapFraction, Point } from '#geo';
import type { StoredHours } from '../schedule/stored-hours.ts';
import type { ListingFilter } from '../search/listing-filter.ts';
import type { TagDictionary } from '../search/tag-dictionary.ts';
import type { ListingsSummary } from './directory-change.ts';
import { asksNothing, ListingMatcher, type ListingSets, NEVER } from './listing-matcher.ts';
import { ListingMap, type MapCell } from './map/listing-map.ts';
import { OpeningWeeks } from './opening-weeks.ts';
import { type LayeredService, ServiceLayer } from './service-layer.ts';
import { BitSet, type Chunks, eachNumber, numbersFrom } from './slots/bit-set.ts';
import { CHUNK_SIZE, keepNumbers } from './slots/chunk-bits.ts';
import { OrganizationSlots } from './slots/organization-slots.ts';
import { SlotIds } from './slots/slot-ids.ts';
import { SlotNumbers } from './slots/slot-numbers.ts';
import { type CountedKind, countedKinds, TagCombinations } from './tag-combinations.ts';

/** What can be asked of a listing. */
export interface IndexedListing {
  id: string;
  organizationId: string;
  status: ListingStatus;
  /** Whether it is help without a place. */
  remote: boolean;
  /** Where it is on a map; null if that is not known. */
  position: MapFraction | null;
  /** Minutes since 1970, rounded down; null: never. */
  verifiedMinute: number | null;
  /** Minutes since 1970, rounded up. */
  dueMinute: number | null;
  /** At least one. */
  services: IndexedService[];
}

export interface IndexedService {
  /** Numbers of tags. */
  tags: number[];
  /** Those of them by which listings are counted. */
  counted: Record<CountedKind, number[]>;
  hours: StoredHours;
}

/** Where a page begins: after a listing, or before it. */
export interface PageStart {
  id: string;
  organizationId: string;
  back: boolean;
}

interface CandidateQuery {
  filter: ListingFilter;
  tags: TagDictionary;
  box: BoundingBox | null;
  /** null: at the beginning. */
  from: PageStart | null;
  /** How many of those that are in order are wanted. */
  read: number;
}

/** Ids of listings of which a page can consist. */
export interface Candidates {
  ordered: string[];
  unordered: string[];
  /** Whether there are no more. */
  isAll: boolean;
}

/** One part in so many of all listings is few. */
const FEW = 256;

const MINUTE_MS = 60_000;

const newMinutes = () => new Int32Array(CHUNK_SIZE).fill(NEVER);

/**
 * What the filters match of each listing, in memory, so that counting reads no listing: a set of
 * bits for each tag.
 */
export class ListingIndex {
  private readonly slots = new OrganizationSlots();
  private readonly sets: ListingSets = {
    statuses: { active: new BitSet(), closed: new BitSet(), unknown: new BitSet() },
    remote: new BitSet(),
    verifiedMinutes: new SlotNumbers(newMinutes),
    layers: [],
    weeks: new OpeningWeeks(),
    combinations: {
      service: new TagCombinations(),
      region: new TagCombinations(),
      language: new TagCombinations(),
      cost: new TagCombinations(),
      accepts: new TagCombinations(),
    },
    tagCounts: new Map(),
  };
  private readonly dueMinutes = new SlotNumbers(newMinutes);
  /** How many verified listings that have not closed are due in each minute since 1970. */
  private readonly dueCounts = new Map<number, number>();
  private readonly map = new ListingMap();
  private readonly ids = new SlotIds();
  /** The slots below are in order of the names. */
  private ordered = 0;

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

  /** Returns what there is of the listings of an organization. */
  summaryOf(organizationId: string): ListingsSummary {
    const summary = { tags: new Set<number>(), points: [] as Point[], hasUnplaced: false };
    const counted = this.slots.of(organizationId).map((slot) => {
      const services = this.sets.layers
        .filter(({ all }) => all.has(slot))
        .map((layer) => layer.tagsOf(slot));
      for (const tag of services.flat()) summary.tags.add(tag);
      const point = this.map.pointOf(slot);
      if (point) summary.points.push(point);
      else summary.hasUnplaced = true;
      const status = listingStatuses.find((one) => this.sets.statuses[one].has(slot));
      return JSON.stringify([status, this.sets.remote.has(slot), services]);
    });
    return { ...summary, counted: counted.sort().join() };
  }

  /** Returns what answers the questions of one request. Nothing may be awaited between them. */
  matcher(tags: TagDictionary): ListingMatcher {
    return new ListingMatcher(this.sets, tags);
  }

  /**
   * Returns the cells of tiles of a map's grid in which something stands that matches a filter.
   *
   * @param across the number of cells across the world
   */
  mapCells(
    tiles: GridTile[],
    across: number,
    { filter, tags }: { filter: ListingFilter; tags: TagDictionary },
  ): (MapCell & { listing: string })[] {
    const matcher = this.matcher(tags);
    // To look at each of a few is quicker than to find all that match.
    const isFew = this.map.sizeOf(tiles, across) < this.slots.end / FEW;
    const isAll = asksNothing(filter);
    const many = isAll || isFew ? null : matcher.matching(filter);
    const only = isAll ? null : (many?.flat() ?? matcher.test(filter));
    const shown = { only, closed: filter.status.length > 0 };
    return tiles
      .flatMap((tile) => this.map.cellsOf(tile, across, shown))
      .map((cell) => ({ ...cell, listing: this.ids.get(cell.slot) }));
  }

  /** Ends the first filling, which was in order of the names. */
  endOrder(): void {
    this.ordered = this.slots.end;
    this.slots.keepOrder();
    this.map.addUp();
  }

  /** How many listings were added since then: they are in no order. */
  get unordered(): number {
    return this.slots.end - this.ordered;
  }

  /**
   * Returns listings of which a page by name can consist: the first ones from a position on that match
   * the filter and may be in the box, and all that are in no order. Null: any can be in it.
   *
   * @returns null too where the position is not known
   */
  candidates({ filter, tags, box, from, read }: CandidateQuery): Candidates | null {
    if (asksNothing(filter) && !box) return null;
    const start = from ? this.slotOf(from) : null;
    if (from && start === null) return null;
    const chunks = this.chunksOf({ filter, tags, box });
    const back = from?.back ?? false;
    const ordered = numbersFrom(chunks, { after: start, back, end: this.ordered, limit: read });
    const others = { after: this.ordered - 1, back: false, end: this.slots.end };
    const unordered = this.unordered > 0 ? numbersFrom(chunks, others) : [];
    return {
      ordered: ordered.map((slot) => this.ids.get(slot)),
      unordered: unordered.map((slot) => this.ids.get(slot)),
      isAll: ordered.length < read,
    };
  }

  /** Returns what matches chunk by chunk, as far as it is asked for. */
  private chunksOf({ filter, tags, box }: Pick<CandidateQuery, 'filter' | 'tags' | 'box'>): Chunks {
    const matcher = this.matcher(tags);
    const matching = matcher.chunks(filter);
    if (!box) return matching;
    if (this.map.sizeOfBox(box) < this.slots.end / FEW) {
      const test = matcher.test(filter);
      const found = new BitSet();
      eachNumber(this.map.slotsIn(box), (slot) => {
        if (test(slot)) found.add(slot);
      });
      return found;
    }
    const isIn = this.map.isIn(box);
    return {
      chunk: (index) => keepNumbers(matching.chunk(index), index, isIn),
    };
  }

  private slotOf({ id, organizationId }: PageStart): number | null {
    const slot = this.slots.of(organizationId).find((one) => this.ids.get(one) === id);
    return slot === undefined || slot >= this.ordered ? null : slot;
  }

  /** Counts all listings by status. */
  byStatus(): Record<ListingStatus, number> {
    const { active, closed, unknown } = this.sets.statuses;
    return { active: active.size, closed: closed.size, unknown: unknown.size };
  }

  /** Counts the listings that have not closed by freshness, to the minute. */
  byFreshness(now: Date): Record<Freshness, number> {
    const { active, unknown } = this.sets.statuses;
    const counts = { fresh: 0, due: 0, overdue: 0, never: active.size + unknown.size };
    for (const [minute, count] of this.dueCounts) {
      counts[freshnessOf(now.getTime(), minute * MINUTE_MS)] += count;
      counts.never -= count;
    }
    return counts;
  }

  private addOne(listing: IndexedListing): void {
    const slot = this.slots.take(listing.organizationId);
    this.sets.statuses[listing.status].add(slot);
    if (listing.remote) this.sets.remote.add(slot);
    this.ids.set(slot, listing.id);
    if (listing.position) this.map.add(slot, listing.position, listing.status === 'closed');
    if (listing.verifiedMinute !== null) {
      this.sets.verifiedMinutes.set(slot, listing.verifiedMinute);
      if (listing.dueMinute !== null) this.dueMinutes.set(slot, listing.dueMinute);
    }
    listing.services.forEach((service, index) => {
      const layer = this.sets.layers[index] ?? new ServiceLayer();
      this.sets.layers[index] = layer;
      layer.add(slot, this.layered(service));
    });
    if (listing.status === 'closed') return;
    this.countDue(slot, 1);
    const [first, ...others] = listing.services.map(({ tags }) => tags);
    this.countOpen(others.length > 0 ? new Set([first ?? [], ...others].flat()) : (first ?? []), 1);
  }

  private layered({ tags, counted, hours }: IndexedService): LayeredService {
    const numbers = countedKinds.map(
      (kind) => [kind, this.sets.combinations[kind].numberOf(counted[kind])] as const,
    );
    const combinations = Object.fromEntries(numbers) as Record<CountedKind, number>;
    return { tags, combinations, week: this.sets.weeks.take(hours) };
  }

  private removeOne(slot: number): void {
    const isOpen = !this.sets.statuses.closed.has(slot);
    if (isOpen) this.countDue(slot, -1);
    this.map.remove(slot, !isOpen);
    for (const status of listingStatuses) this.sets.statuses[status].delete(slot);
    this.sets.remote.delete(slot);
    for (const minutes of [this.sets.verifiedMinutes, this.dueMinutes]) {
      if (minutes.get(slot) !== undefined) minutes.set(slot, NEVER);
    }
    const tags = new Set<number>();
    for (const layer of this.sets.layers) {
      const removed = layer.remove(slot);
      if (!removed) break;
      this.sets.weeks.release(removed.week);
      for (const tag of removed.tags) tags.add(tag);
    }
    if (isOpen) this.countOpen(tags, -1);
  }

  private countDue(slot: number, by: 1 | -1): void {
    const minute = this.dueMinutes.get(slot);
    if (minute === undefined || minute === NEVER) return;
    const count = (this.dueCounts.get(minute) ?? 0) + by;
    if (count > 0) this.dueCounts.set(minute, count);
    else this.dueCounts.delete(minute);
  }

  private countOpen(tags: Iterable<number>, by: 1 | -1): void {
    for (const tag of tags) this.sets.tagCounts.set(tag, (this.sets.tagCounts.get(tag) ?? 0) + by);
  }
}
