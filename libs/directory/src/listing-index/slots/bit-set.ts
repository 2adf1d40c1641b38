/** A chunk holds so many numbers. */
export const CHUNK_SIZE = 8_192;
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
    const word = this.chunks[chunkOf(number)]?.[wordOf(number)] ?? 0;
    return (word & bitOf(number)) !== 0;
  }

  add(number: number): void {
    if (this.has(number)) return;
    const index = chunkOf(number);
    const chunk = this.chunks[index] ?? new Uint32Array(CHUNK_WORDS);
    this.chunks[index] = chunk;
    chunk[wordOf(number)] = (chunk[wordOf(number)] ?? 0) | bitOf(number);
    this.count += 1;
  }

  /** Adds all numbers of the bits of a chunk. */
  addChunk(index: number, bits: Uint32Array): void {
    const chunk = this.chunks[index] ?? new Uint32Array(CHUNK_WORDS);
    this.chunks[index] = chunk;
    for (let word = 0; word < CHUNK_WORDS; word += 1) {
      const before = chunk[word] ?? 0;
      const added = (bits[word] ?? 0) & ~before;
      chunk[word] = before | added;
      this.count += countBits(added);
    }
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
    chunk[wordOf(number)] = (chunk[wordOf(number)] ?? 0) & ~bitOf(number);
    this.count -= 1;
  }
}

/** The index of the chunk of a number. */
export function chunkOf(number: number): number {
  return Math.floor(number / CHUNK_SIZE);
}

/** Adds the bits of one chunk to another one. */
export function addBits(to: Uint32Array, bits: Uint32Array | undefined): void {
  if (!bits) return;
  for (let word = 0; word < CHUNK_WORDS; word += 1) to[word] = (to[word] ?? 0) | (bits[word] ?? 0);
}

/** Keeps only those bits of one chunk that another one has as well. */
export function keepBits(of: Uint32Array, bits: Uint32Array | undefined): void {
  for (let word = 0; word < CHUNK_WORDS; word += 1)
    of[word] = (of[word] ?? 0) & (bits?.[word] ?? 0);
}

/** Counts the bits of a word. */
export function countBits(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** Calls a function with the position in its chunk of each bit of a word. */
export function eachBit(bits: number, word: number, call: (position: number) => void): void {
  for (let rest = bits; rest !== 0; rest &= rest - 1) {
    call(word * 32 + 31 - Math.clz32(rest & -rest));
  }
}

function wordOf(number: number): number {
  return (number % CHUNK_SIZE) >>> 5;
}

function bitOf(number: number): number {
  return 1 << (number & 31);
}
