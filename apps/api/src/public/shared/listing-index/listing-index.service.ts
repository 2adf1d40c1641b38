import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type DirectoryChange, type ListingIndex, ListingIndexRepository } from '#directory';
import { ChangeSequence } from '../state/change-sequence.ts';
import { unlessLate } from '../state/unless-late.ts';

const LATE_AFTER_MS = 1_000;
const MAX_TOLD = 1_000;
/** So many listings may have been added in no order before all are put in order. */
const MAX_UNORDERED = 5_000;

/**
 * Holds the listing index. It is complete before the server is ready; from then on only what changed
 * is read again.
 */
@Injectable()
export class ListingIndexService implements OnModuleInit {
  private index: ListingIndex | null = null;
  private sequence = -1;
  /** The last changes, all after `toldAfter`. */
  private told: DirectoryChange[] = [];
  private toldAfter = Number.POSITIVE_INFINITY;
  private updating: Promise<void> | null = null;
  private ordering: Promise<void> | null = null;

  constructor(
    private readonly changes: ChangeSequence,
    private readonly repository: ListingIndexRepository,
  ) {}

  async onModuleInit(): Promise<void> {
    await this.changes.refresh();
    await this.current();
    // At once, so that it is known early what a change concerns; whoever counts sees a failure.
    this.changes.onChange(() => {
      this.current().catch(() => {});
    });
  }

  /**
   * Returns the changes after one sequence number up to another one; null where they are not known,
   * or not yet.
   */
  changesBetween(after: number, upTo: number): DirectoryChange[] | null {
    if (this.sequence !== upTo || after > upTo || after < this.toldAfter) return null;
    return this.told.filter(({ sequence }) => sequence > after);
  }

  /** Returns the index as of the last change that is known. Count before anything else is awaited. */
  async current(): Promise<ListingIndex> {
    for (;;) {
      if (this.index && this.sequence === this.changes.last) return this.index;
      this.updating ??= this.update(this.changes.last).finally(() => {
        this.updating = null;
      });
      await this.updating;
    }
  }

  /**
   * Returns the index for what must not wait: as of the last change that is known, unless very many
   * listings have to be read again for that.
   */
  async atHand(): Promise<ListingIndex> {
    const current = this.current();
    const { index } = this;
    if (!index) return await current;
    return await unlessLate(current, { afterMs: LATE_AFTER_MS, instead: index });
  }

  private async update(sequence: number): Promise<void> {
    // A lower number is that of a database that was put back, or of a replica that is behind.
    if (this.index && this.sequence <= sequence) {
      this.tell(await this.repository.update(this.index, this.sequence, sequence), sequence);
    } else {
      this.index = await this.repository.all();
      this.tell(null, sequence);
    }
    this.sequence = sequence;
    if (this.index.unordered > MAX_UNORDERED) this.order();
  }

  /** Reads everything again in order, without anybody waiting for it. */
  private order(): void {
    this.ordering ??= this.readInOrder()
      .catch(() => {})
      .finally(() => {
        this.ordering = null;
      });
  }

  private async readInOrder(): Promise<void> {
    const { sequence } = this;
    const ordered = await this.repository.all();
    while (this.updating) await this.updating;
    if (this.sequence < sequence) return;
    this.updating = this.repository
      .update(ordered, sequence, this.sequence)
      .then(() => {
        this.index = ordered;
      })
      .finally(() => {
        this.updating = null;
      });
    await this.updating;
  }

  /** @param changes null: they are not known */
  private tell(changes: DirectoryChange[] | null, sequence: number): void {
    if (!changes) {
      this.told = [];
      this.toldAfter = sequence;
      return;
    }
    this.told.push(...changes);
    const forgotten = this.told.splice(0, Math.max(0, this.told.length - MAX_TOLD));
    this.toldAfter = forgotten.at(-1)?.sequence ?? this.toldAfter;
  }
}
