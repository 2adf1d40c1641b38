import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type ListingIndex, ListingIndexRepository } from '#directory';
import { ChangeSequence } from '../state/change-sequence.ts';

const LATE_AFTER_MS = 1_000;

/**
 * Holds the listing index. It is complete before the server is ready; from then on only what changed
 * is read again.
 */
@Injectable()
export class ListingIndexService implements OnModuleInit {
  private index: ListingIndex | null = null;
  private sequence = -1;
  private updating: Promise<void> | null = null;

  constructor(
    private readonly changes: ChangeSequence,
    private readonly repository: ListingIndexRepository,
  ) {}

  async onModuleInit(): Promise<void> {
    await this.changes.refresh();
    await this.current();
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
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<ListingIndex>((resolve) => {
      timer = setTimeout(resolve, LATE_AFTER_MS, index);
    });
    try {
      return await Promise.race([current, late]);
    } finally {
      clearTimeout(timer);
    }
  }

  private async update(sequence: number): Promise<void> {
    // A lower number is that of a database that was put back, or of a replica that is behind.
    if (this.index && this.sequence <= sequence) {
      await this.repository.update(this.index, this.sequence, sequence);
    } else {
      this.index = await this.repository.all();
    }
    this.sequence = sequence;
  }
}
