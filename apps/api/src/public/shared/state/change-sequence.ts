import { Injectable } from '@nestjs/common';
import { ChangeSequenceRepository } from '#directory';

/** How old the known sequence may be: the longest time that a change stays unseen, milliseconds. */
const MAX_AGE_MS = 1000;

/** The number of the last change, read from the database at most once a second. */
@Injectable()
export class ChangeSequence {
  private known = -1;
  private readAt = Number.NEGATIVE_INFINITY;
  private reading: Promise<number> | null = null;

  constructor(private readonly repository: ChangeSequenceRepository) {}

  /**
   * The number that this server knows. The response cache brings it up to date once, before a request
   * is handled; whatever handles the request then reads it here.
   */
  get last(): number {
    return this.known;
  }

  /** A number at most a second old; without a promise where it is known, which every request would pay. */
  current(): number | Promise<number> {
    return performance.now() - this.readAt < MAX_AGE_MS ? this.known : this.refresh();
  }

  /** Reads it from the database now. */
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
