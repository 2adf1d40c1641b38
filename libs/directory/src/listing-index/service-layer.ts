import { UNKNOWN_WEEK } from './opening-weeks.ts';
import { BitSet, CHUNK_SIZE, eachNumber, keepAny, keepBits } from './slots/bit-set.ts';
import { SlotNumbers } from './slots/slot-numbers.ts';

/** How many listings are in exactly these states. */
export interface RegionCount {
  /** Numbers of tags. */
  tags: number[];
  count: number;
}

/**
 * One service of each listing: its tags and its hours. What is asked about services is asked of each
 * layer by itself, so that it is true of one and the same service.
 */
export class ServiceLayer {
  /** The listings that have a service here. Not to be written to. */
  readonly all = new BitSet();
  private readonly tags = new Map<number, BitSet>();
  private readonly weeks = new SlotNumbers(() => new Uint32Array(CHUNK_SIZE));
  /** Numbers of combinations of states, of which there are few. */
  private readonly regions = new SlotNumbers(() => new Uint16Array(CHUNK_SIZE));
  private readonly combinations: number[][] = [[]];
  private readonly combinationNumbers = new Map<string, number>([['', 0]]);

  add(slot: number, service: { tags: number[]; regions: number[]; week: number }): void {
    const { tags, regions, week } = service;
    this.all.add(slot);
    for (const tag of tags) {
      const listings = this.tags.get(tag) ?? new BitSet();
      this.tags.set(tag, listings);
      listings.add(slot);
    }
    if (week !== UNKNOWN_WEEK) this.weeks.set(slot, week);
    this.regions.set(slot, this.combinationOf(regions));
  }

  /** Removes the service of a listing and returns what it had; null if it had none here. */
  remove(slot: number): { tags: number[]; week: number } | null {
    if (!this.all.has(slot)) return null;
    this.all.delete(slot);
    const week = this.weeks.get(slot) ?? UNKNOWN_WEEK;
    if (week !== UNKNOWN_WEEK) this.weeks.set(slot, UNKNOWN_WEEK);
    const tags = this.tagsOf(slot);
    for (const tag of tags) this.tags.get(tag)?.delete(slot);
    return { tags, week };
  }

  /** The tags of the service of a listing here. */
  tagsOf(slot: number): number[] {
    return [...this.tags].flatMap(([tag, listings]) => (listings.has(slot) ? [tag] : []));
  }

  /** The listings whose service here has a tag. Not to be written to. */
  tagged(tag: number): BitSet | undefined {
    return this.tags.get(tag);
  }

  /** Counts listings by the combination of states of their service here. */
  countRegions(listings: BitSet): RegionCount[] {
    const counts = new Uint32Array(this.combinations.length);
    eachNumber(listings, (slot) => {
      const combination = this.regions.get(slot) as number;
      counts[combination] = (counts[combination] as number) + 1;
    });
    return this.combinations.map((tags, combination) => ({
      tags,
      count: counts[combination] as number,
    }));
  }

  private combinationOf(tags: number[]): number {
    const key = tags.join();
    const known = this.combinationNumbers.get(key);
    if (known !== undefined) return known;
    this.combinationNumbers.set(key, this.combinations.length);
    return this.combinations.push(tags) - 1;
  }

  /** The listings whose service here has at least one of these tags. Not to be written to. */
  taggedWithAny(tags: number[]): BitSet {
    const sets = tags.flatMap((tag) => this.tags.get(tag) ?? []);
    const [only] = sets;
    if (sets.length === 1 && only) return only;
    const union = new BitSet();
    for (const set of sets) union.addAll(set);
    return union;
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
    if (open) keepBits(listings, this.weeks.bitsIn(chunk, open));
  }

  /**
   * Whether a listing has a service here with a tag of each term.
   *
   * @param open 1 at the number of hours that fit; null: all do
   */
  fits(slot: number, terms: number[][], open: Uint8Array | null): boolean {
    if (!this.all.has(slot)) return false;
    if (open && open[this.weeks.get(slot) ?? UNKNOWN_WEEK] !== 1) return false;
    return terms.every((numbers) => numbers.some((tag) => this.tags.get(tag)?.has(slot)));
  }

  /** The listings whose service here has hours of which an array says 1 at their number. */
  openIn(weeks: Uint8Array): BitSet {
    return this.weeks.slotsIn(weeks);
  }
}
