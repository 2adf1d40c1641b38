const TICK_MS = 250;
const NOTHING = (): void => {};

/** The database has accepted a statement or a connection, and does not answer. */
export class SilentDatabaseError extends Error {
  override name = 'SilentDatabaseError';
  constructor() {
    super('The database does not answer.');
  }
}

/** When something was last answered, for what waits its turn behind it. */
export interface AnswerClock {
  /** A tick. */
  lastAnswer: number;
}

/** Something that waits for an answer of the database. */
export class WatchedRead {
  isGivenUp = false;
  isSent = false;
  private abandon = NOTHING;

  /** @param behind what is answered before it */
  constructor(
    private since: number,
    private readonly ticks: number,
    private reject: (error: SilentDatabaseError) => void,
    private behind: AnswerClock | undefined,
  ) {}

  /**
   * The database has its statement now.
   *
   * @param since the tick from which on it waits for it
   */
  send(since: number, abandon: () => void, behind: AnswerClock | undefined): void {
    this.since = Math.max(this.since, since);
    this.isSent = true;
    this.abandon = abandon;
    this.behind = behind;
  }

  /** @param lastAnswer to anything: what waits behind it is late only if there is none */
  giveUp(lastAnswer: number): void {
    this.isGivenUp = true;
    if (this.behind) this.behind.lastAnswer = lastAnswer;
    this.abandon();
    this.reject(new SilentDatabaseError());
    this.release();
  }

  end(tick: number): void {
    if (this.behind) this.behind.lastAnswer = tick;
    this.release();
  }

  /** Whether the database is silent for too long. */
  isLate(tick: number): boolean {
    return tick - Math.max(this.since, this.behind?.lastAnswer ?? 0) >= this.ticks;
  }

  // What it refers to would keep the rows of its answer alive, at twice the cost.
  private release(): void {
    this.abandon = NOTHING;
    this.reject = NOTHING;
    this.behind = undefined;
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
  private readonly all: AnswerClock = { lastAnswer: 0 };

  /** @param oneSession whether a statement waits for those of other connections */
  constructor(private readonly oneSession: boolean) {}

  /**
   * @param limitMs how long the database may be silent, less up to a quarter of a second
   * @param reject is called when it is given up
   */
  begin(limitMs: number, reject: (error: SilentDatabaseError) => void): WatchedRead {
    const ticks = Math.max(1, Math.floor(limitMs / TICK_MS));
    const read = new WatchedRead(this.tick, ticks, reject, this.all);
    this.waiting.add(read);
    this.timer ??= setInterval(() => this.check(), TICK_MS).unref();
    return read;
  }

  /**
   * @param abandon is called when the statement that is sent now is given up
   * @param behind what its connection answers before it
   */
  sent(read: WatchedRead, abandon: () => void, behind?: AnswerClock): void {
    // What is sent again waits no longer than the first time, unless the database answers others.
    const since = read.isSent ? this.all.lastAnswer : this.tick;
    read.send(since, abandon, this.oneSession ? this.all : behind);
  }

  /** To be called when it was answered, be it by an error. */
  end(read: WatchedRead): void {
    if (!this.waiting.delete(read)) return;
    this.all.lastAnswer = this.tick;
    read.end(this.tick);
  }

  private check(): void {
    this.tick += 1;
    for (const read of this.waiting) {
      if (!read.isLate(this.tick)) continue;
      this.waiting.delete(read);
      read.giveUp(this.all.lastAnswer);
    }
    if (this.waiting.size > 0) return;
    clearInterval(this.timer);
    this.timer = undefined;
  }
}
