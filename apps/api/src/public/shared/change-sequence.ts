import { Injectable } from '@nestjs/common';
import { ChangeSequenceRepository } from '#directory';

/** How old the known sequence may be: the longest that a change stays unseen, milliseconds. */
const MAX_AGE_MS = 1000;

/** The number of the last change, asked of the database at most once a second. */
@Injectable()
export class ChangeSequence {
  private known = -1;
  private readAt = Number.NEGATIVE_INFINITY;
  private reading: Promise<number> | null = null;

  constructor(private readonly repository: ChangeSequenceRepository) {}

  /** At once where it is known: a promise for each request would be felt. */
  current(): number | Promise<number> {
    return performance.now() - this.readAt < MAX_AGE_MS ? this.known : this.refresh();
  }

  /** Asks the database now. */
  async refresh(): Promise<number> {
    this.reading ??= this.read().finally(() => {
      this.reading = null;
    });
    return await this.reading;
  }

  private async read(): Promise<number> {
    this.known = await this.repository.last();
    this.readAt = performance.now();
    return this.known;
  }
}
