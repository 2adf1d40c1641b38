import { Injectable } from '@nestjs/common';
import { ChangeSequenceRepository } from '#directory';
import { UnavailableError } from '../../../http/problems/problems.ts';

/** Maximum age of the cached sequence, and so the maximum delay before a change is seen. */
const MAX_AGE_MS = 1000;

/**
 * Caches the sequence number of the last change, or that it cannot be read; asks the database at most
 * once a second.
 */
@Injectable()
export class ChangeSequence {
  private cached = -1;
  private readAt = Number.NEGATIVE_INFINITY;
  private failure: UnavailableError | null = null;
  private reading: Promise<number> | null = null;
  private readonly listeners: (() => void)[] = [];

  constructor(private readonly repository: ChangeSequenceRepository) {}

  /**
   * The cached number. The response cache refreshes it once before each request, and the handlers
   * of the request then read it here.
   */
  get last(): number {
    return this.cached;
  }

  /** Whether it could not be read when it was tried last. */
  get isUnreadable(): boolean {
    return this.failure !== null;
  }

  /**
   * Returns a number at most a second old; synchronously if it is cached, to save time on each
   * request.
   *
   * @throws what the last read threw, for a second after it: nobody waits again for a database that
   *   has just been waited for
   */
  current(): number | Promise<number> {
    if (performance.now() - this.readAt >= MAX_AGE_MS) return this.refresh();
    return this.failure === null ? this.cached : Promise.reject(this.failure);
  }

  /** Calls a function after each change of the number. */
  onChange(listener: () => void): void {
    this.listeners.push(listener);
  }

  /** Reads it from the database now. */
  async refresh(): Promise<number> {
    this.reading ??= this.read().finally(() => {
      this.reading = null;
    });
    return await this.reading;
  }

  private async read(): Promise<number> {
    try {
      const last = await this.repository.last();
      const isOther = last !== this.cached;
      this.cached = last;
      this.failure = null;
      if (isOther) for (const listener of this.listeners) listener();
      return last;
    } catch (cause) {
      // Whatever the reason is, a database without its change sequence cannot be used.
      this.failure = new UnavailableError('The database cannot be reached.', false, { cause });
      throw this.failure;
    } finally {
      this.readAt = performance.now();
    }
  }
}
