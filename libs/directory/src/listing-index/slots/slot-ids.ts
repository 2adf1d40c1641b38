import { CHUNK_SIZE, chunkOf } from './chunk-bits.ts';
import { uuidOf, WORDS_PER_UUID, wordsOf } from './uuid-words.ts';

/** One UUID per slot, 16 bytes each. */
export class SlotIds {
  private readonly chunks: (Uint32Array | undefined)[] = [];

  /** @param id a UUID */
  set(slot: number, id: string): void {
    const index = chunkOf(slot);
    const chunk = this.chunks[index] ?? new Uint32Array(CHUNK_SIZE * WORDS_PER_UUID);
    this.chunks[index] = chunk;
    chunk.set(wordsOf(id), (slot % CHUNK_SIZE) * WORDS_PER_UUID);
  }

  /** Returns the id of a slot that has one. */
  get(slot: number): string {
    const start = (slot % CHUNK_SIZE) * WORDS_PER_UUID;
    const chunk = this.chunks[chunkOf(slot)];
    return uuidOf(
      chunk?.subarray(start, start + WORDS_PER_UUID) ?? new Uint32Array(WORDS_PER_UUID),
    );
  }
}
