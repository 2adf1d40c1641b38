import type { ListingStatus } from '#contract';
import type { ListingFilter } from '../search/listing-filter.ts';
import type { TagDictionary } from '../search/tag-dictionary.ts';
import type { TagKind } from '../tags/tag-name.ts';
import { countListings, countTags, type Matches } from './count-matches.ts';
import type { OpeningWeeks } from './opening-weeks.ts';
import type { ServiceLayer } from './service-layer.ts';
import { addBits, BitSet, CHUNK_WORDS, keepBits } from './slots/bit-set.ts';
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

/** Finds the listings that match filters, for one request, whose filters have much in common. */
export class ListingMatcher {
  private readonly found = new Map<string, BitSet>();

  constructor(
    private readonly sets: ListingSets,
    private readonly tags: TagDictionary,
  ) {}

  /** Counts the listings that match a filter. */
  count(filter: ListingFilter): number {
    const { active, unknown } = this.sets.statuses;
    return asksNothing(filter) ? active.size + unknown.size : countListings(this.matches(filter));
  }

  /**
   * Counts the listings that match a filter, by tag of one kind, in order of the codes, without those
   * that none has. A listing with several services counts for the tags of those that match.
   */
  countEach(kind: TagKind, filter: ListingFilter): { code: string; count: number }[] {
    const known = this.tags.ofKind(kind).sort((a, b) => (a.code < b.code ? -1 : 1));
    const counts = asksNothing(filter)
      ? this.sets.tagCounts
      : countTags(
          known.map(({ number }) => number),
          this.matches(filter),
        );
    return known
      .map(({ code, number }) => ({ code, count: counts.get(number) ?? 0 }))
      .filter(({ count }) => count > 0);
  }

  /**
   * Counts the listings in some regions and those that serve them from elsewhere, including closed
   * ones; without regions all of them.
   */
  countServing(regions: string[]): number {
    const [layer] = this.sets.layers;
    if (regions.length === 0) return layer?.all.size ?? 0;
    const numbers = this.tags.servingTags(regions);
    const found = new BitSet();
    for (const one of this.sets.layers) found.addAll(one.taggedWithAny(numbers));
    return found.size;
  }

  /** Returns the listings that match a filter; null: all that have not closed. */
  matching(filter: ListingFilter): BitSet | null {
    if (asksNothing(filter)) return null;
    const found = new BitSet();
    for (const { chunk, layers } of this.matches(filter)) {
      for (const { listings } of layers) found.addChunk(chunk, listings);
    }
    return found;
  }

  /** Finds what matches, chunk by chunk; what is yielded is overwritten by the next one. */
  private *matches(filter: ListingFilter): Generator<Matches> {
    const listingSets = this.ofListings(filter);
    const serviceSets = this.sets.layers.map((layer, index) =>
      this.ofServices(filter, layer, index),
    );
    const buffers = this.sets.layers.map(() => new Uint32Array(CHUNK_WORDS));
    const { active, closed, unknown } = this.sets.statuses;
    // Which of them are asked for is a tag.
    const withStatus = filter.status.length > 0 ? [active, unknown, closed] : [active, unknown];
    const chunkCount = Math.max(...withStatus.map((set) => set.chunkCount));
    for (let chunk = 0; chunk < chunkCount; chunk += 1) {
      const layers: Matches['layers'] = [];
      this.sets.layers.forEach((layer, index) => {
        const listings = buffers[index] as Uint32Array;
        const sets = [...listingSets, ...(serviceSets[index] ?? [])];
        if (intersect(listings, chunk, { anyOf: withStatus, allOf: sets })) {
          layers.push({ layer, listings });
        }
      });
      if (layers.length > 0) yield { chunk, layers };
    }
  }

  /** The sets in which a listing must be. */
  private ofListings({ remote, verifiedSince }: ListingFilter): BitSet[] {
    const sets = remote ? [this.sets.remote] : [];
    if (!verifiedSince) return sets;
    const since = verifiedSince.getTime();
    return [
      ...sets,
      this.once(`verified ${since}`, () => this.sets.verifiedAt.slotsWhere((at) => at >= since)),
    ];
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
      layer.openIn(this.sets.weeks.openAt(filter)),
    );
    return [layer.all, ...tagged, open];
  }

  private once(key: string, find: () => BitSet): BitSet {
    const found = this.found.get(key) ?? find();
    this.found.set(key, found);
    return found;
  }
}

/**
 * Writes the numbers of one chunk that are in any of some sets and in all of others.
 *
 * @returns whether there is any
 */
function intersect(
  into: Uint32Array,
  chunk: number,
  { anyOf, allOf }: { anyOf: BitSet[]; allOf: BitSet[] },
): boolean {
  const required = allOf.map((set) => set.chunk(chunk));
  if (required.includes(undefined)) return false;
  into.fill(0);
  for (const set of anyOf) addBits(into, set.chunk(chunk));
  for (const bits of required) keepBits(into, bits);
  return into.some((bits) => bits !== 0);
}

/** True if every listing that has not closed matches. */
function asksNothing({ openAt, openAtMinute, remote, verifiedSince, ...codes }: ListingFilter) {
  const asked = [openAt, openAtMinute, verifiedSince].some((value) => value !== null);
  return !asked && !remote && Object.values(codes).every((values) => values.length === 0);
}
