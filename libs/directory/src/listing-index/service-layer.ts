import { UNKNOWN_WEEK } from './opening-weeks.ts';
import { BitSet, union } from './slots/bit-set.ts';
import { CHUNK_SIZE, countBy, keepAny, keepBits } from './slots/chunk-bits.ts';
import { SlotNumbers } from './slots/slot-numbers.ts';
import { type CountedKind, countedKinds, NO_TAGS } from './tag-combinations.ts';

/** A service of a listing. */
export interface LayeredService {
  /** Numbers of tags. */
  tags: number[];
  /** The combinations of those by which listings are counted. */
  combinations: Record<CountedKind, number>;
  /** The number of its opening hours. */
  week: number;
}

/**
 * One service of each listing: its tags and its hours. What is asked about services is asked of each
 * layer by itself, so that it is true of one and the same service.
 */
export class ServiceLayer {
  /** The listings that have a service here. Not to be written to. */
  readonly all = new BitSet();
  private readonly tags = new Map<number, BitSet>();
  private readonly weeks = newNumbers();
  private readonly combinations: Record<CountedKind, SlotNumbers<Uint32Array>> = {
    service: newNumbers(),
    region: newNumbers(),
    language: newNumbers(),
    cost: newNumbers(),
    accepts: newNumbers(),
  };

  add(slot: number, { tags, combinations, week }: LayeredService): void {
    this.all.add(slot);
    for (const tag of tags) {
      const listings = this.tags.get(tag) ?? new BitSet();
      this.tags.set(tag, listings);
      listings.add(slot);
    }
    if (week !== UNKNOWN_WEEK) this.weeks.set(slot, week);
    for (const kind of countedKinds) this.combinations[kind].set(slot, combinations[kind]);
  }

  /** Removes the service of a listing and returns what it had; null if it had none here. */
  remove(slot: number): { tags: number[]; week: number } | null {
    if (!this.all.has(slot)) return null;
    this.all.delete(slot);
    const week = this.weekOf(slot);
    if (week !== UNKNOWN_WEEK) this.weeks.set(slot, UNKNOWN_WEEK);
    const tags = this.tagsOf(slot);
    for (const tag of tags) this.tags.get(tag)?.delete(slot);
    return { tags, week };
  }

  /** The tags of the service of a listing here. */
  tagsOf(slot: number): number[] {
    return [...this.tags].flatMap(([tag, listings]) => (listings.has(slot) ? [tag] : []));
  }

  /** The combination of tags of one kind that the service of a listing has here. */
  combinationOf(kind: CountedKind, slot: number): number {
    return this.combinations[kind].get(slot) ?? NO_TAGS;
  }

  /**
   * Counts listings by the combination of tags of one kind that their service has here.
   *
   * @param counts by combination, to which they are added
   */
  countCombinations(kind: CountedKind, listings: BitSet, counts: Uint32Array): void {
    for (let index = 0; index < listings.chunkCount; index += 1) {
      const bits = listings.chunk(index);
      const combinations = this.combinations[kind].chunk(index);
      if (bits && combinations) countBy(bits, combinations, counts);
    }
  }

  /** The listings whose service here has at least one of these tags. Not to be written to. */
  taggedWithAny(tags: number[]): BitSet {
    const sets = tags.flatMap((tag) => this.tags.get(tag) ?? []);
    const [only] = sets;
    return sets.length === 1 && only ? only : union(sets);
  }

  /**
   * Keeps those listings of one chunk that have a service here with a tag of each term.
   *
   * @param open 1 at the number of hours that fit; null: all do
   */
  keepFitting(
    chunk: number,
    { terms, open }: { terms: number[][]; open: Uint8Array | null },
    listings: Uint32Array,
  ): void {
    keepBits(listings, this.all.chunk(chunk));
    for (const numbers of terms) {
      keepAny(
        listings,
        numbers.flatMap((tag) => this.tags.get(tag)?.chunk(chunk) ?? []),
      );
    }
    // The last, because each listing that is left is looked at.
    if (open) this.weeks.keepIn(open, chunk, listings);
  }

  /**
   * Whether a listing has a service here with a tag of each term.
   *
   * @param open 1 at the number of hours that fit; null: all do
   */
  fits(slot: number, terms: number[][], open: Uint8Array | null): boolean {
    if (!this.all.has(slot)) return false;
    if (open && open[this.weekOf(slot)] !== 1) return false;
    return terms.every((numbers) => numbers.some((tag) => this.tags.get(tag)?.has(slot)));
  }

  private weekOf(slot: number): number {
    return this.weeks.get(slot) ?? UNKNOWN_WEEK;
  }

  /** The listings whose service here has hours of which an array says 1 at their number. */
  openIn(weeks: Uint8Array): BitSet {
    return this.weeks.slotsIn(weeks);
  }
}

function newNumbers(): SlotNumbers<Uint32Array> {
  return new SlotNumbers(() => new Uint32Array(CHUNK_SIZE));
}
