import { BitSet } from './bit-set.ts';
import { CHUNK_SIZE, CHUNK_WORDS, chunkOf } from './chunk-bits.ts';

/** One number per slot, in chunks; a chunk without any number takes no memory. */
export class SlotNumbers<Numbers extends Float64Array | Int32Array | Uint32Array | Uint16Array> {
  private readonly chunks: (Numbers | undefined)[] = [];

  /** @param newChunk creates a chunk of `CHUNK_SIZE` times the number of an empty slot */
  constructor(private readonly newChunk: () => Numbers) {}

  /** The numbers of one chunk; undefined: all its slots are empty. Not to be written to. */
  chunk(index: number): Numbers | undefined {
    return this.chunks[index];
  }

  /** undefined: the slot is in an empty chunk. */
  get(slot: number): number | undefined {
    return this.chunks[chunkOf(slot)]?.[slot % CHUNK_SIZE];
  }

  set(slot: number, number: number): void {
    const index = chunkOf(slot);
    const chunk = this.chunks[index] ?? this.newChunk();
    this.chunks[index] = chunk;
    chunk.fill(number, slot % CHUNK_SIZE, (slot % CHUNK_SIZE) + 1);
  }

  /** Returns the slots whose whole number is at least so much. */
  slotsFrom(least: number): BitSet {
    // The sign of a difference: a branch that cannot be foreseen takes several times as long.
    return this.bits((numbers, bits) => {
      for (let word = 0, position = 0; word < CHUNK_WORDS; word += 1) {
        let found = 0;
        for (let bit = 0; bit < 32; bit += 1, position += 1) {
          found |= ((least - 1 - (numbers[position] as number)) >>> 31) << bit;
        }
        bits[word] = found;
      }
    });
  }

  /** Returns the slots at whose number an array says 1. */
  slotsIn(flags: Uint8Array): BitSet {
    return this.bits((numbers, bits) => {
      for (let word = 0, position = 0; word < CHUNK_WORDS; word += 1) {
        let found = 0;
        for (let bit = 0; bit < 32; bit += 1, position += 1) {
          found |= (flags[numbers[position] as number] as number) << bit;
        }
        bits[word] = found;
      }
    });
  }

  /** Keeps only those slots of a chunk at whose number an array says 1. */
  keepIn(flags: Uint8Array, index: number, bits: Uint32Array): void {
    const numbers = this.chunks[index] ?? this.newChunk();
    for (let word = 0; word < CHUNK_WORDS; word += 1) {
      let kept = 0;
      for (let rest = bits[word] as number; rest !== 0; rest &= rest - 1) {
        const bit = 31 - Math.clz32(rest & -rest);
        kept |= (flags[numbers[word * 32 + bit] as number] as number) << bit;
      }
      bits[word] = kept;
    }
  }

  /** Keeps only those slots of a chunk whose whole number is at least so much. */
  keepFrom(least: number, index: number, bits: Uint32Array): void {
    const numbers = this.chunks[index] ?? this.newChunk();
    for (let word = 0; word < CHUNK_WORDS; word += 1) {
      let kept = 0;
      for (let rest = bits[word] as number; rest !== 0; rest &= rest - 1) {
        const bit = 31 - Math.clz32(rest & -rest);
        kept |= ((least - 1 - (numbers[word * 32 + bit] as number)) >>> 31) << bit;
      }
      bits[word] = kept;
    }
  }

  private bits(find: (numbers: Numbers, bits: Uint32Array) => void): BitSet {
    const slots = new BitSet();
    this.chunks.forEach((numbers, index) => {
      if (!numbers) return;
      const bits = new Uint32Array(CHUNK_WORDS);
      find(numbers, bits);
      slots.setChunk(index, bits);
    });
    return slots;
  }
}
