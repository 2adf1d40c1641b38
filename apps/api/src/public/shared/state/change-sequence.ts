import { Injectable } from '@nestjs/common';
import { ChangeSequenceRepository } from '#directory';

/** Maximum age of the cached sequence, and so the maximum delay before a change is seen. */
const MAX_AGE_MS = 1000;

/**
 * Caches the sequence number of the last change; reads it from the database at most once a second.
 */
@Injectable()
export class ChangeSequence {
  private cached = -1;
  private readAt = Number.NEGATIVE_INFINITY;
  private reading: Promise<number> | null = null;

  constructor(private readonly repository: ChangeSequenceRepository) {}

  /**
   * The cached number. The response cache refreshes it once before each request, and the handlers
   * of the request then read it here.
   */
  get last(): number {
    return this.cached;
  }

  /**
   * Returns a number at most a second old; synchronously if it is cached, to save time on each
   * request.
   */
  current(): number | Promise<number> {
    return performance.now() - this.readAt < MAX_AGE_MS ? this.cached : this.refresh();
  }

  /** Reads it from the database now. */
  async refresh(): Promise<number> {
    this.reading ??= this.read().finally(() => {
      this.reading = null;
    });
    return await this.reading;
  }

  private async read(): Promise<number> {
    this.cached = await this.repository.last();
    this.readAt = performance.now();
    return this.cached;
  }
}
