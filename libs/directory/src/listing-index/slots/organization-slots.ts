import { WORDS_PER_UUID, wordsOf } from './uuid-words.ts';

const FIRST_CAPACITY = 1024;

/**
 * Gives each listing of an organization a small number, its slot, and finds the slots of an
 * organization: a hash table in typed arrays, 24 bytes per listing, where a map of texts would take
 * five times as much.
 */
export class OrganizationSlots {
  private ids = new Uint32Array(FIRST_CAPACITY * WORDS_PER_UUID);
  /** By bucket the first slot and by slot the next one of the same bucket, plus one; 0: none. */
  private first = new Uint32Array(FIRST_CAPACITY);
  private next = new Uint32Array(FIRST_CAPACITY);
  private readonly free: number[] = [];
  private used = 0;
  private kept = 0;

  /** From now on no slot of those that were taken is taken again, which keeps their order. */
  keepOrder(): void {
    this.kept = this.used;
  }

  /** No slot has this number or a higher one. */
  get end(): number {
    return this.used;
  }

  /**
   * Takes an unused slot for a listing.
   *
   * @param organization a UUID
   */
  take(organization: string): number {
    const slot = this.free.pop() ?? this.used;
    if (slot === this.next.length) this.grow();
    this.used = Math.max(this.used, slot + 1);
    this.ids.set(wordsOf(organization), slot * WORDS_PER_UUID);
    this.link(slot);
    return slot;
  }

  /** Returns the slots of an organization. */
  of(organization: string): number[] {
    const words = wordsOf(organization);
    const slots: number[] = [];
    for (let link = this.first[this.bucketOf(words)] ?? 0; link > 0; ) {
      const slot = link - 1;
      if (this.isOf(slot, words)) slots.push(slot);
      link = this.next[slot] ?? 0;
    }
    return slots;
  }

  /** Frees all slots of an organization and returns them. */
  release(organization: string): number[] {
    const words = wordsOf(organization);
    const bucket = this.bucketOf(words);
    const freed: number[] = [];
    let others = 0;
    for (let link = this.first[bucket] ?? 0; link > 0; ) {
      const slot = link - 1;
      link = this.next[slot] ?? 0;
      if (this.isOf(slot, words)) {
        freed.push(slot);
      } else {
        this.next[slot] = others;
        others = slot + 1;
      }
    }
    this.first[bucket] = others;
    this.free.push(...freed.filter((slot) => slot >= this.kept));
    return freed;
  }

  private grow(): void {
    const capacity = this.next.length * 2;
    const { ids } = this;
    this.ids = new Uint32Array(capacity * WORDS_PER_UUID);
    this.ids.set(ids);
    this.first = new Uint32Array(capacity);
    this.next = new Uint32Array(capacity);
    // Only called when no slot is free.
    for (let slot = 0; slot < this.used; slot += 1) this.link(slot);
  }

  private link(slot: number): void {
    const start = slot * WORDS_PER_UUID;
    const bucket = this.bucketOf(this.ids.subarray(start, start + WORDS_PER_UUID));
    this.next[slot] = this.first[bucket] ?? 0;
    this.first[bucket] = slot + 1;
  }

  private isOf(slot: number, words: Uint32Array): boolean {
    return words.every((word, index) => this.ids[slot * WORDS_PER_UUID + index] === word);
  }

  // Every word, because the ids of some writers begin with the time.
  private bucketOf(words: Uint32Array): number {
    const hash = words.reduce((sum, word) => Math.imul(sum ^ word, 0x9e3779b1), 0);
    return (hash ^ (hash >>> 15)) & (this.first.length - 1);
  }
}
