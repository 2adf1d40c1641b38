import { addBits, BitSet, CHUNK_SIZE, CHUNK_WORDS, eachBit } from './bit-set.ts';
import { UNKNOWN_WEEK } from './opening-weeks.ts';
import { SlotNumbers } from './slot-numbers.ts';

/** What one service of a listing must have. */
export interface ServiceQuery {
  /** Numbers of tags: AND between the terms, OR within each. */
  terms: number[][];
  /** 1 for the number of each opening hours that fit; null: any. */
  open: Uint8Array | null;
}

/**
 * One service of each listing: its tags and its hours. What is asked about services is asked of each
 * layer by itself, so that it is true of one and the same service.
 */
export class ServiceLayer {
  private readonly tags = new Map<number, BitSet>();
  private readonly weeks = new SlotNumbers(() => new Uint32Array(CHUNK_SIZE));
  private readonly services = new BitSet();
  private readonly term = new Uint32Array(CHUNK_WORDS);

  add(slot: number, { tags, week }: { tags: number[]; week: number }): void {
    this.services.add(slot);
    for (const tag of tags) {
      const listings = this.tags.get(tag) ?? new BitSet();
      this.tags.set(tag, listings);
      listings.add(slot);
    }
    if (week !== UNKNOWN_WEEK) this.weeks.set(slot, week);
  }

  /** Removes the service of a listing and returns what it had; null if it had none here. */
  remove(slot: number): { tags: number[]; week: number } | null {
    if (!this.services.has(slot)) return null;
    this.services.delete(slot);
    const week = this.weeks.get(slot) ?? UNKNOWN_WEEK;
    if (week !== UNKNOWN_WEEK) this.weeks.set(slot, UNKNOWN_WEEK);
    const removed = [...this.tags].filter(([, listings]) => listings.has(slot));
    for (const [, listings] of removed) listings.delete(slot);
    return { tags: removed.map(([tag]) => tag), week };
  }

  /** The listings of one chunk whose service here has a tag. */
  tagged(tag: number, chunk: number): Uint32Array | undefined {
    return this.tags.get(tag)?.chunk(chunk);
  }

  /**
   * Writes those of some listings of one chunk whose service here matches.
   *
   * @returns whether there is any
   */
  match(
    chunk: number,
    { terms, open }: ServiceQuery,
    { of, into }: { of: Uint32Array; into: Uint32Array },
  ): boolean {
    const services = this.services.chunk(chunk);
    if (!services) return false;
    for (let word = 0; word < CHUNK_WORDS; word += 1) {
      into[word] = (of[word] ?? 0) & (services[word] ?? 0);
    }
    for (const numbers of terms) this.keepTagged(numbers, chunk, into);
    if (open) this.keepOpen(open, chunk, into);
    return into.some((bits) => bits !== 0);
  }

  private keepTagged(numbers: number[], chunk: number, listings: Uint32Array): void {
    this.term.fill(0);
    for (const number of numbers) addBits(this.term, this.tagged(number, chunk));
    for (let word = 0; word < CHUNK_WORDS; word += 1) {
      listings[word] = (listings[word] ?? 0) & (this.term[word] ?? 0);
    }
  }

  private keepOpen(open: Uint8Array, chunk: number, listings: Uint32Array): void {
    const weeks = this.weeks.chunk(chunk);
    if (!weeks) {
      listings.fill(0);
      return;
    }
    for (let word = 0; word < CHUNK_WORDS; word += 1) {
      let kept = 0;
      eachBit(listings[word] ?? 0, word, (position) => {
        if (open[weeks[position] ?? UNKNOWN_WEEK] === 1) kept |= 1 << (position & 31);
      });
      listings[word] = kept;
    }
  }
}
