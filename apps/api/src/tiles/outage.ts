const FIRST_PAUSE_MS = 5_000;
const LONGEST_PAUSE_MS = 300_000;

/** A time in which a provider that failed is left in peace: longer with each failure. */
export class Outage {
  private pauseMs = 0;
  private until = 0;

  /** @param now milliseconds since 1970 */
  isOn(now: number): boolean {
    return now < this.until;
  }

  /**
   * Those that were asked together and failed together count as one.
   *
   * @param leastMs how long the provider itself wants not to be asked
   * @returns true when this is the first failure after a success
   */
  begin(now: number, leastMs: number): boolean {
    if (this.isOn(now)) return false;
    const first = this.pauseMs === 0;
    this.pauseMs = Math.min(LONGEST_PAUSE_MS, first ? FIRST_PAUSE_MS : this.pauseMs * 2);
    this.until = now + Math.max(this.pauseMs, leastMs);
    return first;
  }

  /** @returns true when there was one */
  end(): boolean {
    const wasOn = this.pauseMs > 0;
    this.pauseMs = 0;
    this.until = 0;
    return wasOn;
  }
}
