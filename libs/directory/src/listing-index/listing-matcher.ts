import type { ListingStatus } from '#contract';
import type { ListingFilter } from '../search/listing-filter.ts';
import type { TagDictionary } from '../search/tag-dictionary.ts';
import {
  type CombinationCount,
  countCombinations,
  countWithAny,
  type LayerMatches,
} from './combination-counts.ts';
import type { OpeningWeeks } from './opening-weeks.ts';
import type { ServiceLayer } from './service-layer.ts';
import { type BitSet, intersection, union } from './slots/bit-set.ts';
import { addBits, CHUNK_WORDS, keepBits } from './slots/chunk-bits.ts';
import type { SlotNumbers } from './slots/slot-numbers.ts';
import type { CountedKind, TagCombinations } from './tag-combinations.ts';

const MINUTE_MS = 60_000;
/** The minute of what has not happened. */
export const NEVER = -1;

/** What is known of each listing. */
export interface ListingSets {
  statuses: Record<ListingStatus, BitSet>;
  remote: BitSet;
  /** Whole minutes since 1970, or `NEVER`. */
  verifiedMinutes: SlotNumbers<Int32Array>;
  layers: ServiceLayer[];
  weeks: OpeningWeeks;
  combinations: Record<CountedKind, TagCombinations>;
  /** How many listings that have not closed have each tag. */
  tagCounts: Map<number, number>;
}

/** Finds the listings that match filters, for one request, whose filters have much in common. */
export class ListingMatcher {
  private readonly sets = new Map<string, BitSet>();
  private readonly found = new Map<string, LayerMatches[]>();
  private readonly combinations = new Map<string, CombinationCount[]>();

  constructor(
    private readonly known: ListingSets,
    private readonly tags: TagDictionary,
  ) {}

  /** Counts the listings that match a filter. */
  count(filter: ListingFilter): number {
    const { active, unknown } = this.known.statuses;
    return this.matching(filter)?.size ?? active.size + unknown.size;
  }

  /**
   * Counts the listings that match a filter, by tag of one kind, in order of the codes, without those
   * that none has. A listing with several services counts for the tags of those that match.
   */
  countEach(kind: CountedKind, filter: ListingFilter): { code: string; count: number }[] {
    const counts = asksNothing(filter) ? this.known.tagCounts : this.countTags(kind, filter);
    return this.tags
      .ofKind(kind)
      .sort((a, b) => (a.code < b.code ? -1 : 1))
      .map(({ code, number }) => ({ code, count: counts.get(number) ?? 0 }))
      .filter(({ count }) => count > 0);
  }

  /** Counts the listings that match a filter, by group of states. */
  countGroups(filter: ListingFilter): { code: string; count: number }[] {
    // Of everything, the few groups are found more quickly than every listing is looked at.
    const counts = asksNothing(filter) ? null : this.countCombinations('region', filter);
    return this.tags.groupCodes().map((code) => ({
      code,
      count: counts
        ? countWithAny(this.tags.regionTags([code]), counts)
        : this.count({ ...filter, region: [code] }),
    }));
  }

  private countTags(kind: CountedKind, filter: ListingFilter): Map<number, number> {
    const counts = new Map<number, number>();
    for (const { tags, count } of this.countCombinations(kind, filter)) {
      for (const tag of tags) counts.set(tag, (counts.get(tag) ?? 0) + count);
    }
    return counts;
  }

  /** Counts the listings that match a filter by the tags of their services that match. */
  private countCombinations(kind: CountedKind, filter: ListingFilter): CombinationCount[] {
    const key = `${kind} ${JSON.stringify(filter)}`;
    const known = this.combinations.get(key);
    if (known) return known;
    const found = countCombinations({
      kind,
      combinations: this.known.combinations[kind],
      matches: this.matches(filter),
    });
    this.combinations.set(key, found);
    return found;
  }

  /**
   * Counts the listings in some regions and those that serve them from elsewhere, including closed
   * ones; without regions all of them.
   */
  countServing(regions: string[]): number {
    const [layer] = this.known.layers;
    if (regions.length === 0) return layer?.all.size ?? 0;
    const numbers = this.tags.servingTags(regions);
    return union(this.known.layers.map((one) => one.taggedWithAny(numbers))).size;
  }

  /** Returns the listings that match a filter; null: all that have not closed. */
  matching(filter: ListingFilter): BitSet | null {
    if (asksNothing(filter)) return null;
    const [only, ...others] = this.matches(filter).map(({ listings }) => listings);
    return only && others.length === 0 ? only : union(only ? [only, ...others] : []);
  }

  /** Returns what tells of each listing whether it matches. */
  test(filter: ListingFilter): (slot: number) => boolean {
    const { active, unknown } = this.known.statuses;
    const { terms, open, since } = this.query(filter);
    const isMeant = (slot: number): boolean =>
      (filter.status.length > 0 || active.has(slot) || unknown.has(slot)) &&
      (!filter.remote || this.known.remote.has(slot)) &&
      (since === null || (this.known.verifiedMinutes.get(slot) ?? NEVER) >= since);
    return (slot) =>
      isMeant(slot) && this.known.layers.some((layer) => layer.fits(slot, terms, open));
  }

  /** Returns the listings that match a filter, found chunk by chunk as they are asked for. */
  chunks(filter: ListingFilter): { chunk(index: number): Uint32Array } {
    const { terms, open, since } = this.query(filter);
    const statuses = this.withStatus(filter);
    const chunk = (index: number): Uint32Array => {
      const meant = new Uint32Array(CHUNK_WORDS);
      for (const set of statuses) addBits(meant, set.chunk(index));
      if (filter.remote) keepBits(meant, this.known.remote.chunk(index));
      const found = new Uint32Array(CHUNK_WORDS);
      // Few listings have several services: most chunks have the first layer alone.
      for (const layer of this.known.layers.filter(({ all }) => all.chunk(index))) {
        const listings = meant.slice();
        layer.keepFitting(index, { terms, open }, listings);
        addBits(found, listings);
      }
      if (since !== null) this.known.verifiedMinutes.keepFrom(since, index, found);
      return found;
    };
    return { chunk };
  }

  private query(filter: ListingFilter) {
    const { openAt, openAtLocal, verifiedSince } = filter;
    const isTimed = openAt !== null || openAtLocal !== null;
    return {
      // The shortest first: what is left to look at gets less with each.
      terms: this.tags.terms(filter).sort((a, b) => a.length - b.length),
      open: isTimed ? this.known.weeks.openAt(filter) : null,
      since: verifiedSince && minuteOf(verifiedSince),
    };
  }

  private matches(filter: ListingFilter): LayerMatches[] {
    const key = JSON.stringify(filter);
    const known = this.found.get(key);
    if (known) return known;
    const withStatus = this.withStatus(filter);
    const ofListings = this.ofListings(filter);
    const found = this.known.layers.map((layer, index) => ({
      layer,
      listings: intersection(withStatus, [...ofListings, ...this.ofServices(filter, layer, index)]),
    }));
    const matches = found.filter(({ listings }) => listings.size > 0);
    this.found.set(key, matches);
    return matches;
  }

  /** All that have not closed, or also those: which of them are asked for is a tag. */
  private withStatus({ status }: ListingFilter): BitSet[] {
    const { active, closed, unknown } = this.known.statuses;
    return status.length > 0 ? [active, unknown, closed] : [active, unknown];
  }

  /** The sets in which a listing must be. */
  private ofListings({ remote, verifiedSince }: ListingFilter): BitSet[] {
    const sets = remote ? [this.known.remote] : [];
    if (!verifiedSince) return sets;
    const since = minuteOf(verifiedSince);
    return [
      ...sets,
      this.once(`verified ${since}`, () => this.known.verifiedMinutes.slotsFrom(since)),
    ];
  }

  /** The sets in which a service of a layer must be. */
  private ofServices(filter: ListingFilter, layer: ServiceLayer, index: number): BitSet[] {
    const tagged = this.tags
      .terms(filter)
      .map((numbers) =>
        this.once(`tagged ${index} ${numbers}`, () => layer.taggedWithAny(numbers)),
      );
    const { openAt, openAtLocal } = filter;
    if (openAt === null && openAtLocal === null) return [layer.all, ...tagged];
    const open = this.once(`open ${index} ${openAt?.getTime()} ${openAtLocal}`, () =>
      layer.openIn(this.known.weeks.openAt(filter)),
    );
    return [layer.all, ...tagged, open];
  }

  private once(key: string, find: () => BitSet): BitSet {
    const found = this.sets.get(key) ?? find();
    this.sets.set(key, found);
    return found;
  }
}

/** Of the beginning of a minute. */
function minuteOf(time: Date): number {
  return time.getTime() / MINUTE_MS;
}

/** True if every listing that has not closed matches. */
export function asksNothing({
  openAt,
  openAtLocal,
  remote,
  verifiedSince,
  ...codes
}: ListingFilter) {
  const asked = [openAt, openAtLocal, verifiedSince].some((value) => value !== null);
  return !asked && !remote && Object.values(codes).every((values) => values.length === 0);
}
