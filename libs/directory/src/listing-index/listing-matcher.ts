import type { ListingStatus } from '#contract';
import type { ListingFilter } from '../search/listing-filter.ts';
import type { TagDictionary } from '../search/tag-dictionary.ts';
import type { TagKind } from '../tags/tag-name.ts';
import type { OpeningWeeks } from './opening-weeks.ts';
import type { RegionCount, ServiceLayer } from './service-layer.ts';
import {
  addBits,
  BitSet,
  CHUNK_WORDS,
  countInBoth,
  intersection,
  keepBits,
} from './slots/bit-set.ts';
import type { SlotNumbers } from './slots/slot-numbers.ts';

/** What is known of each listing. */
export interface ListingSets {
  statuses: Record<ListingStatus, BitSet>;
  remote: BitSet;
  /** Milliseconds since 1970; NaN: never. */
  verifiedAt: SlotNumbers<Float64Array>;
  layers: ServiceLayer[];
  weeks: OpeningWeeks;
  /** How many listings that have not closed have each tag. */
  tagCounts: Map<number, number>;
}

/** The listings that match by their service in one layer. */
interface LayerMatches {
  layer: ServiceLayer;
  listings: BitSet;
}

/** Finds the listings that match filters, for one request, whose filters have much in common. */
export class ListingMatcher {
  private readonly sets = new Map<string, BitSet>();
  private readonly found = new Map<string, LayerMatches[]>();
  private readonly regions = new Map<BitSet, RegionCount[]>();

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
  countEach(kind: TagKind, filter: ListingFilter): { code: string; count: number }[] {
    const isCounted = asksNothing(filter);
    const matches = isCounted ? [] : this.matches(filter);
    const byRegion = kind === 'region' && !isCounted ? this.byRegion(filter) : null;
    const count = (number: number): number => {
      if (isCounted) return this.known.tagCounts.get(number) ?? 0;
      return byRegion ? countWithAny([number], byRegion) : countTagged(number, matches);
    };
    return this.tags
      .ofKind(kind)
      .sort((a, b) => (a.code < b.code ? -1 : 1))
      .map(({ code, number }) => ({ code, count: count(number) }))
      .filter((one) => one.count > 0);
  }

  /** Counts the listings that match a filter, by group of states. */
  countGroups(filter: ListingFilter): { code: string; count: number }[] {
    // Of everything, the few groups are found more quickly than every listing is looked at.
    const byRegion = asksNothing(filter) ? null : this.byRegion(filter);
    return this.tags.groupCodes().map((code) => ({
      code,
      count: byRegion
        ? countWithAny(this.tags.regionTags([code]), byRegion)
        : this.count({ ...filter, region: [code] }),
    }));
  }

  /** There are many states, and hardly any combinations of them; null: services have to be compared. */
  private byRegion(filter: ListingFilter): RegionCount[] | null {
    const [only, ...others] = this.matches(filter);
    if (!only || others.length > 0) return null;
    const known = this.regions.get(only.listings) ?? only.layer.countRegions(only.listings);
    this.regions.set(only.listings, known);
    return known;
  }

  /**
   * Counts the listings in some regions and those that serve them from elsewhere, including closed
   * ones; without regions all of them.
   */
  countServing(regions: string[]): number {
    const [layer] = this.known.layers;
    if (regions.length === 0) return layer?.all.size ?? 0;
    const numbers = this.tags.servingTags(regions);
    const found = new BitSet();
    for (const one of this.known.layers) found.addAll(one.taggedWithAny(numbers));
    return found.size;
  }

  /** Returns the listings that match a filter; null: all that have not closed. */
  matching(filter: ListingFilter): BitSet | null {
    if (asksNothing(filter)) return null;
    const [only, ...others] = this.matches(filter);
    if (only && others.length === 0) return only.listings;
    const found = new BitSet();
    for (const { listings } of this.matches(filter)) found.addAll(listings);
    return found;
  }

  /** Returns what tells of each listing whether it matches. */
  test(filter: ListingFilter): (slot: number) => boolean {
    const { active, unknown } = this.known.statuses;
    const { terms, open, since } = this.query(filter);
    const isMeant = (slot: number): boolean =>
      (filter.status.length > 0 || active.has(slot) || unknown.has(slot)) &&
      (!filter.remote || this.known.remote.has(slot)) &&
      (since === null || (this.known.verifiedAt.get(slot) ?? Number.NaN) >= since);
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
      if (since !== null) keepBits(meant, this.known.verifiedAt.bitsFrom(index, since));
      const found = new Uint32Array(CHUNK_WORDS);
      // Few listings have several services: most chunks have the first layer alone.
      for (const layer of this.known.layers.filter(({ all }) => all.chunk(index))) {
        const listings = meant.slice();
        layer.keepFitting(index, { terms, open }, listings);
        addBits(found, listings);
      }
      return found;
    };
    return { chunk };
  }

  private query(filter: ListingFilter) {
    const { openAt, openAtMinute, verifiedSince } = filter;
    const isTimed = openAt !== null || openAtMinute !== null;
    return {
      // The shortest first: what is left to look at gets less with each.
      terms: this.tags.terms(filter).sort((a, b) => a.length - b.length),
      open: isTimed ? this.known.weeks.openAt(filter) : null,
      since: verifiedSince?.getTime() ?? null,
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
    const since = verifiedSince.getTime();
    return [...sets, this.once(`verified ${since}`, () => this.known.verifiedAt.slotsFrom(since))];
  }

  /** The sets in which a service of a layer must be. */
  private ofServices(filter: ListingFilter, layer: ServiceLayer, index: number): BitSet[] {
    const tagged = this.tags
      .terms(filter)
      .map((numbers) =>
        this.once(`tagged ${index} ${numbers}`, () => layer.taggedWithAny(numbers)),
      );
    const { openAt, openAtMinute } = filter;
    if (openAt === null && openAtMinute === null) return [layer.all, ...tagged];
    const open = this.once(`open ${index} ${openAt?.getTime()} ${openAtMinute}`, () =>
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

/** Counts the listings that are in any of some states. */
function countWithAny(numbers: number[], counts: RegionCount[]): number {
  const wanted = new Set(numbers);
  return counts
    .filter(({ tags }) => tags.some((tag) => wanted.has(tag)))
    .reduce((sum, { count }) => sum + count, 0);
}

/** Counts the listings that have a tag in a layer in which they match. */
function countTagged(number: number, matches: LayerMatches[]): number {
  return countInBoth(
    matches.flatMap(({ layer, listings }): [BitSet, BitSet][] => {
      const tagged = layer.tagged(number);
      return tagged ? [[listings, tagged]] : [];
    }),
  );
}

/** True if every listing that has not closed matches. */
export function asksNothing({
  openAt,
  openAtMinute,
  remote,
  verifiedSince,
  ...codes
}: ListingFilter) {
  const asked = [openAt, openAtMinute, verifiedSince].some((value) => value !== null);
  return !asked && !remote && Object.values(codes).every((values) => values.length === 0);
}
