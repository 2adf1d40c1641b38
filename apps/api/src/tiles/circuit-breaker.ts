const FIRST_PAUSE_MS = 5_000;
const MAX_PAUSE_MS = 300_000;

/** Pauses requests to a provider that failed; the pause doubles with each failure. */
export class CircuitBreaker {
  private pauseMs = 0;
  private until = 0;

  /** @param now milliseconds since 1970 */
  isOpen(now: number): boolean {
    return now < this.until;
  }

  /**
   * Records a failure; parallel requests that fail together count as one.
   *
   * @param minPauseMs how long the provider asks us to wait
   * @returns true when this is the first failure after a success
   */
  recordFailure(now: number, minPauseMs: number): boolean {
    if (this.isOpen(now)) return false;
    const first = this.pauseMs === 0;
    this.pauseMs = Math.min(MAX_PAUSE_MS, first ? FIRST_PAUSE_MS : this.pauseMs * 2);
    this.until = now + Math.max(this.pauseMs, minPauseMs);
    return first;
  }

  /** @returns true when this is the first success after a failure */
  recordSuccess(): boolean {
    const wasPaused = this.pauseMs > 0;
    this.pauseMs = 0;
    this.until = 0;
    return wasPaused;
  }
}
