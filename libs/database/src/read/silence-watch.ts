const TICK_MS = 250;
const NOTHING = (): void => {};

/** The database has accepted a statement or a connection, and does not answer. */
export class SilentDatabaseError extends Error {
  override name = 'SilentDatabaseError';
  constructor() {
    super('The database does not answer.');
  }
}

/** Something that waits for an answer of the database. */
export class WatchedRead {
  isGivenUp = false;
  private isSent = false;
  private abandon = NOTHING;

  constructor(
    private since: number,
    private readonly ticks: number,
    private reject: (error: SilentDatabaseError) => void,
  ) {}

  /** The database has its statement now. */
  send(tick: number, abandon: () => void): void {
    this.isSent = true;
    this.since = tick;
    this.abandon = abandon;
  }

  giveUp(): void {
    this.isGivenUp = true;
    this.abandon();
    this.reject(new SilentDatabaseError());
  }

  /** Releases what it refers to: it would keep the rows of its answer alive, at twice the cost. */
  end(): void {
    this.abandon = NOTHING;
    this.reject = NOTHING;
  }

  /**
   * Whether the database is silent for too long.
   *
   * @param lastAnswer the tick of the last answer to anything; it counts for what waits its turn
   */
  isLate(tick: number, lastAnswer: number, oneSession: boolean): boolean {
    const waitsItsTurn = !this.isSent || oneSession;
    const since = waitsItsTurn ? Math.max(this.since, lastAnswer) : this.since;
    return tick - since >= this.ticks;
  }
}

/**
 * Gives up what a silent database does not answer. One timer serves everything that waits: one for
 * each would keep its rows alive until the next full garbage collection. Ticks are counted and not
 * milliseconds, because an answer may have arrived while the event loop was busy.
 */
export class SilenceWatch {
  private readonly waiting = new Set<WatchedRead>();
  private timer: NodeJS.Timeout | undefined;
  private tick = 0;
  private lastAnswer = 0;

  /** @param oneSession whether a statement waits for those of other connections */
  constructor(private readonly oneSession: boolean) {}

  /**
   * @param limitMs how long the database may be silent, less up to a quarter of a second
   * @param reject is called when it is given up
   */
  begin(limitMs: number, reject: (error: SilentDatabaseError) => void): WatchedRead {
    const read = new WatchedRead(this.tick, Math.max(1, Math.floor(limitMs / TICK_MS)), reject);
    this.waiting.add(read);
    this.timer ??= setInterval(() => this.check(), TICK_MS).unref();
    return read;
  }

  /** @param abandon is called when the statement that is sent now is given up */
  sent(read: WatchedRead, abandon: () => void): void {
    read.send(this.tick, abandon);
  }

  /** To be called when it was answered, be it by an error. */
  end(read: WatchedRead): void {
    read.end();
    if (this.waiting.delete(read)) this.lastAnswer = this.tick;
  }

  private check(): void {
    this.tick += 1;
    for (const read of this.waiting) {
      if (!read.isLate(this.tick, this.lastAnswer, this.oneSession)) continue;
      this.waiting.delete(read);
      read.giveUp();
      read.end();
    }
    if (this.waiting.size > 0) return;
    clearInterval(this.timer);
    this.timer = undefined;
  }
}
