/** Failures that follow each other within it are one outage. */
const SAME_OUTAGE_MS = 60_000;

/** Logs an outage of the database, or a time of overload, once and not for each request. */
export class OutageLog {
  private lastAt = Number.NEGATIVE_INFINITY;

  constructor(private readonly write: (error: unknown) => void) {}

  report(error: unknown): void {
    const isSame = performance.now() - this.lastAt < SAME_OUTAGE_MS;
    this.lastAt = performance.now();
    if (!isSame) this.write(error);
  }

  /** It is over: what fails from now on is another one. */
  end(): void {
    this.lastAt = Number.NEGATIVE_INFINITY;
  }
}
