const CHUNK_BITS = 13;
/** A chunk holds so many numbers. */
export const CHUNK_SIZE = 2 ** CHUNK_BITS;
/** A chunk of bits has so many words. */
export const CHUNK_WORDS = CHUNK_SIZE / 32;

/** The index of the chunk of a number. */
export function chunkOf(number: number): number {
  return number >>> CHUNK_BITS;
}

/** The index of the word of a number in its chunk. */
export function wordOf(number: number): number {
  return (number & (CHUNK_SIZE - 1)) >>> 5;
}

/** The bit of a number in its word. */
export function bitOf(number: number): number {
  return 1 << (number & 31);
}

/** Adds the bits of one chunk to another one. */
export function addBits(to: Uint32Array, bits: Uint32Array | undefined): void {
  if (!bits) return;
  for (let word = 0; word < CHUNK_WORDS; word += 1) {
    to[word] = (to[word] as number) | (bits[word] as number);
  }
}

/** Adds those bits of a chunk to another one that a third one has as well. */
export function addCommonBits(to: Uint32Array, one: Uint32Array, other: Uint32Array): void {
  for (let word = 0; word < CHUNK_WORDS; word += 1) {
    to[word] = (to[word] as number) | ((one[word] as number) & (other[word] as number));
  }
}

/** Keeps only those bits of one chunk that any of some others has as well. */
export function keepAny(of: Uint32Array, others: Uint32Array[]): void {
  for (let word = 0; word < CHUNK_WORDS; word += 1) {
    const wanted = of[word] as number;
    let missing = wanted;
    for (let index = 0; missing !== 0 && index < others.length; index += 1) {
      missing &= ~((others[index] as Uint32Array)[word] as number);
    }
    of[word] = wanted & ~missing;
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

/** Removes those bits of one chunk that another one has. */
export function removeBits(of: Uint32Array, bits: Uint32Array | undefined): void {
  if (!bits) return;
  for (let word = 0; word < CHUNK_WORDS; word += 1) {
    of[word] = (of[word] as number) & ~(bits[word] as number);
  }
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

/** Calls a function with the position of each bit of a chunk, in order. */
export function eachPosition(bits: Uint32Array, call: (position: number) => void): void {
  for (let word = 0; word < CHUNK_WORDS; word += 1) {
    for (let rest = bits[word] as number; rest !== 0; rest &= rest - 1) {
      call(word * 32 + 31 - Math.clz32(rest & -rest));
    }
  }
}

/**
 * Counts the numbers of a chunk by what an array says at their positions.
 *
 * @param counts to which they are added
 */
export function countBy(bits: Uint32Array, values: Uint32Array, counts: Uint32Array): void {
  for (let word = 0; word < CHUNK_WORDS; word += 1) {
    for (let rest = bits[word] as number; rest !== 0; rest &= rest - 1) {
      const value = values[word * 32 + 31 - Math.clz32(rest & -rest)] as number;
      counts[value] = (counts[value] as number) + 1;
    }
  }
}

/** Counts the bits of a chunk. */
export function countBits(bits: Uint32Array): number {
  let count = 0;
  for (let word = 0; word < CHUNK_WORDS; word += 1) count += bitsIn(bits[word] as number);
  return count;
}

/** Counts the bits of a word, in pairs, fours and bytes. */
function bitsIn(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
