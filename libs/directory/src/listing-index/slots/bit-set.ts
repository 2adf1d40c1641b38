import {
  addBits,
  addCommonBits,
  bitOf,
  CHUNK_SIZE,
  CHUNK_WORDS,
  chunkOf,
  countBits,
  eachPosition,
  keepBits,
  removeBits,
  wordOf,
} from './chunk-bits.ts';

/** A set of whole numbers from 0, in chunks of bits; a chunk without any number takes no memory. */
export class BitSet {
  private readonly chunks: (Uint32Array | undefined)[] = [];
  private count = 0;

  /** How many numbers it has. */
  get size(): number {
    return this.count;
  }

  /** No chunk from this index on has a number. */
  get chunkCount(): number {
    return this.chunks.length;
  }

  /** The bits of one chunk; undefined: none of its numbers was ever added. Not to be written to. */
  chunk(index: number): Uint32Array | undefined {
    return this.chunks[index];
  }

  has(number: number): boolean {
    const chunk = this.chunks[chunkOf(number)];
    return chunk !== undefined && ((chunk[wordOf(number)] as number) & bitOf(number)) !== 0;
  }

  add(number: number): void {
    if (this.has(number)) return;
    const index = chunkOf(number);
    const chunk = this.chunks[index] ?? new Uint32Array(CHUNK_WORDS);
    this.chunks[index] = chunk;
    chunk[wordOf(number)] = (chunk[wordOf(number)] as number) | bitOf(number);
    this.count += 1;
  }

  /** Returns a copy of its bits in one piece, which tells of many numbers more quickly. */
  flat(): Uint32Array {
    const words = new Uint32Array(this.chunks.length * CHUNK_WORDS);
    this.chunks.forEach((bits, index) => {
      if (bits) words.set(bits, index * CHUNK_WORDS);
    });
    return words;
  }

  /** Sets the bits of a chunk that has none. They belong to the set from then on. */
  setChunk(index: number, bits: Uint32Array): void {
    const count = countBits(bits);
    if (count === 0) return;
    this.chunks[index] = bits;
    this.count += count;
  }

  delete(number: number): void {
    if (!this.has(number)) return;
    const chunk = this.chunks[chunkOf(number)] as Uint32Array;
    chunk[wordOf(number)] = (chunk[wordOf(number)] as number) & ~bitOf(number);
    this.count -= 1;
  }
}

/** Returns the numbers that are in any of some sets. */
export function union(sets: BitSet[]): BitSet {
  const found = new BitSet();
  const chunkCount = Math.max(0, ...sets.map((set) => set.chunkCount));
  for (let chunk = 0; chunk < chunkCount; chunk += 1) {
    found.setChunk(chunk, unionOfChunk(sets, chunk));
  }
  return found;
}

/** Returns the numbers that are in any of some sets and in all of others, at least one. */
export function intersection(anyOf: BitSet[], allOf: BitSet[]): BitSet {
  const found = new BitSet();
  const chunkCount = Math.min(...allOf.map((set) => set.chunkCount));
  for (let chunk = 0; chunk < chunkCount; chunk += 1) {
    const required = allOf.map((set) => set.chunk(chunk));
    if (required.includes(undefined)) continue;
    const bits = unionOfChunk(anyOf, chunk);
    for (const set of required) keepBits(bits, set);
    found.setChunk(chunk, bits);
  }
  return found;
}

function unionOfChunk(sets: BitSet[], chunk: number): Uint32Array {
  const bits = new Uint32Array(CHUNK_WORDS);
  for (const set of sets) addBits(bits, set.chunk(chunk));
  return bits;
}

/** Returns the numbers that are in more than one of some sets. */
export function inSeveral(sets: BitSet[]): BitSet {
  const found = new BitSet();
  if (sets.length < 2) return found;
  const chunkCount = Math.max(...sets.map((set) => set.chunkCount));
  const seen = new Uint32Array(CHUNK_WORDS);
  for (let chunk = 0; chunk < chunkCount; chunk += 1) {
    seen.fill(0);
    const bits = new Uint32Array(CHUNK_WORDS);
    for (const set of sets) {
      const one = set.chunk(chunk);
      if (one) addCommonBits(bits, seen, one);
      addBits(seen, one);
    }
    found.setChunk(chunk, bits);
  }
  return found;
}

/** Returns the numbers of one set that are not in another one. */
export function difference(of: BitSet, without: BitSet): BitSet {
  const found = new BitSet();
  for (let chunk = 0; chunk < of.chunkCount; chunk += 1) {
    const bits = of.chunk(chunk)?.slice();
    if (!bits) continue;
    removeBits(bits, without.chunk(chunk));
    found.setChunk(chunk, bits);
  }
  return found;
}

/** Calls a function with each number of a set, in order. */
export function eachNumber(set: BitSet, call: (number: number) => void): void {
  for (let index = 0; index < set.chunkCount; index += 1) {
    const chunk = set.chunk(index);
    if (chunk) eachPosition(chunk, (position) => call(index * CHUNK_SIZE + position));
  }
}

/** The chunks of a set, as far as they are asked for. */
export interface Chunks {
  chunk(index: number): Uint32Array | undefined;
}

/**
 * Returns numbers of a set, in order.
 *
 * @param after the one before the first; null: from the beginning
 * @param back in the opposite order, from the last one below `after`
 * @param end only numbers below
 */
export function numbersFrom(
  set: Chunks,
  { after, back, end, limit }: { after: number | null; back: boolean; end: number; limit?: number },
): number[] {
  const found: number[] = [];
  const step = back ? -1 : 1;
  let index = -1;
  let chunk: Uint32Array | undefined;
  for (let number = back ? (after ?? end) - 1 : (after ?? -1) + 1; ; number += step) {
    if (number < 0 || number >= end || found.length === limit) return found;
    if (chunkOf(number) !== index) {
      index = chunkOf(number);
      chunk = set.chunk(index);
    }
    const word = chunk?.[wordOf(number)] ?? 0;
    if ((word & bitOf(number)) !== 0) found.push(number);
    else if (word === 0) {
      // To the last one of the word, or of the chunk.
      const span = chunk ? 32 : CHUNK_SIZE;
      number = number - (number % span) + (back ? 0 : span - 1);
    }
  }
}
