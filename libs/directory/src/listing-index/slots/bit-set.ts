const CHUNK_BITS = 11;
/** A chunk holds so many numbers. */
export const CHUNK_SIZE = 2 ** CHUNK_BITS;
/** A chunk of bits has so many words. */
export const CHUNK_WORDS = CHUNK_SIZE / 32;

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
    const chunk = this.chunks[number >>> CHUNK_BITS];
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

  /** Adds all numbers of the bits of a chunk. */
  addChunk(index: number, bits: Uint32Array): void {
    const chunk = this.chunks[index] ?? new Uint32Array(CHUNK_WORDS);
    let count = 0;
    for (let word = 0; word < CHUNK_WORDS; word += 1) {
      const before = chunk[word] as number;
      const added = (bits[word] as number) & ~before;
      if (added === 0) continue;
      chunk[word] = before | added;
      count += countBits(added);
    }
    if (count === 0) return;
    this.chunks[index] = chunk;
    this.count += count;
  }

  /** Adds all numbers of another set. */
  addAll(other: BitSet): void {
    other.chunks.forEach((bits, index) => {
      if (bits) this.addChunk(index, bits);
    });
  }

  delete(number: number): void {
    if (!this.has(number)) return;
    const chunk = this.chunks[chunkOf(number)] as Uint32Array;
    chunk[wordOf(number)] = (chunk[wordOf(number)] as number) & ~bitOf(number);
    this.count -= 1;
  }
}

/** The index of the chunk of a number. */
export function chunkOf(number: number): number {
  return number >>> CHUNK_BITS;
}

/** Returns the numbers that are in any of some sets and in all of others, at least one. */
export function intersection(anyOf: BitSet[], allOf: BitSet[]): BitSet {
  const found = new BitSet();
  const chunkCount = Math.min(...allOf.map((set) => set.chunkCount));
  const bits = new Uint32Array(CHUNK_WORDS);
  for (let chunk = 0; chunk < chunkCount; chunk += 1) {
    const required = allOf.map((set) => set.chunk(chunk));
    if (required.includes(undefined)) continue;
    bits.fill(0);
    for (const set of anyOf) addBits(bits, set.chunk(chunk));
    for (const set of required) keepBits(bits, set as Uint32Array);
    found.addChunk(chunk, bits);
  }
  return found;
}

/** Counts the numbers that are, for any pair of sets, in both of them. */
export function countInBoth(pairs: [BitSet, BitSet][]): number {
  const [pair, ...others] = pairs;
  if (!pair) return 0;
  if (others.length > 0) {
    const found = new BitSet();
    for (const [one, other] of pairs) found.addAll(intersection([one], [other]));
    return found.size;
  }
  const [one, other] = pair;
  let count = 0;
  for (let chunk = 0; chunk < one.chunkCount; chunk += 1) {
    const bits = one.chunk(chunk);
    const others = other.chunk(chunk);
    if (bits && others) count += countCommonBits(bits, others);
  }
  return count;
}

/** Calls a function with each number of a set, in order. */
export function eachNumber(set: BitSet, call: (number: number) => void): void {
  for (let index = 0; index < set.chunkCount; index += 1) {
    const chunk = set.chunk(index);
    if (!chunk) continue;
    for (let word = 0; word < CHUNK_WORDS; word += 1) {
      for (let rest = chunk[word] as number; rest !== 0; rest &= rest - 1) {
        call(index * CHUNK_SIZE + word * 32 + 31 - Math.clz32(rest & -rest));
      }
    }
  }
}

/** The chunks of a set, as far as they are asked for. */
export interface Chunks {
  chunk(index: number): Uint32Array | undefined;
}

/** Keeps those numbers of a chunk that pass a test. */
export function keepNumbers(
  bits: Uint32Array,
  index: number,
  passes: (number: number) => boolean,
): Uint32Array {
  for (let word = 0; word < CHUNK_WORDS; word += 1) {
    for (let rest = bits[word] as number; rest !== 0; rest &= rest - 1) {
      const lowest = rest & -rest;
      const number = index * CHUNK_SIZE + word * 32 + 31 - Math.clz32(lowest);
      if (!passes(number)) bits[word] = (bits[word] as number) & ~lowest;
    }
  }
  return bits;
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

/** Adds the bits of one chunk to another one. */
export function addBits(to: Uint32Array, bits: Uint32Array | undefined): void {
  if (!bits) return;
  for (let word = 0; word < CHUNK_WORDS; word += 1) {
    to[word] = (to[word] as number) | (bits[word] as number);
  }
}

/** Keeps only those bits of one chunk that any of some others has as well. */
export function keepAny(of: Uint32Array, others: Uint32Array[]): void {
  for (let word = 0; word < CHUNK_WORDS; word += 1) {
    const wanted = of[word] as number;
    if (wanted === 0) continue;
    let found = 0;
    for (const bits of others) found |= bits[word] as number;
    of[word] = wanted & found;
  }
}

/** Keeps only those bits of one chunk that another one has as well. */
export function keepBits(of: Uint32Array, bits: Uint32Array | undefined): void {
  if (!bits) {
    of.fill(0);
    return;
  }
  for (let word = 0; word < CHUNK_WORDS; word += 1) {
    of[word] = (of[word] as number) & (bits[word] as number);
  }
}

function countCommonBits(one: Uint32Array, other: Uint32Array): number {
  let count = 0;
  for (let word = 0; word < CHUNK_WORDS; word += 1) {
    const bits = (one[word] as number) & (other[word] as number);
    if (bits !== 0) count += countBits(bits);
  }
  return count;
}

function countBits(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

function wordOf(number: number): number {
  return (number & (CHUNK_SIZE - 1)) >>> 5;
}

function bitOf(number: number): number {
  return 1 << (number & 31);
}
