type Work = () => Promise<void> | void;

interface Turn<Owner> {
  owner: Owner;
  work: Work;
}

export interface TurnQueueOptions<Owner> {
  /** True while the session belongs to the owner of the last turn: an open transaction or batch. */
  isHeld(): boolean;
  /** Releases the session: rolls back what its owner left open. */
  abandon(): Promise<void> | void;
  /** Called once the holder has been idle for `silenceLimitMs` while holding the session. */
  onSilentHolder(owner: Owner): unknown;
  /** Called when a turn throws, which an intact engine never does. */
  onBroken(error: unknown): void;
  silenceLimitMs: number;
}

/**
 * Shares the engine's only session among its clients: one turn at a time, in order of arrival, and
 * only the holder's turns while the holder has an open transaction.
 */
export class TurnQueue<Owner> {
  private turns: Turn<Owner>[] = [];
  private holder: Owner | undefined;
  private current: Owner | undefined;
  private lastTurnAt = 0;
  private running = false;
  private readonly silenceCheck: NodeJS.Timeout;

  constructor(private readonly options: TurnQueueOptions<Owner>) {
    const checkEveryMs = Math.min(1_000, options.silenceLimitMs / 2);
    this.silenceCheck = setInterval(() => this.checkSilence(), checkEveryMs);
    this.silenceCheck.unref();
  }

  /** True when nothing runs or waits and no client holds the session. */
  get idle(): boolean {
    return !this.running && this.turns.length === 0 && this.holder === undefined;
  }

  add(owner: Owner, work: Work): void {
    this.turns.push({ owner, work });
    void this.pump();
  }

  /** Removes a disconnected owner: its waiting turns, and whatever it left open. */
  leave(owner: Owner): void {
    this.turns = this.turns.filter((turn) => turn.owner !== owner);
    if (this.holder !== owner && this.current !== owner) return;
    this.turns.unshift({ owner, work: this.options.abandon });
    void this.pump();
  }

  close(): void {
    clearInterval(this.silenceCheck);
  }

  private async pump(): Promise<void> {
    if (this.running) return;
    this.running = true;
    for (let turn = this.take(); turn; turn = this.take()) {
      this.current = turn.owner;
      try {
        await turn.work();
      } catch (error) {
        this.options.onBroken(error);
      }
      this.lastTurnAt = Date.now();
      this.holder = this.options.isHeld() ? turn.owner : undefined;
      this.current = undefined;
      // The engine resolves within microtasks; without this, sockets would not be served between
      // turns.
      await new Promise((resolve) => setImmediate(resolve));
    }
    this.running = false;
  }

  private take(): Turn<Owner> | undefined {
    const index = this.holder ? this.turns.findIndex((turn) => turn.owner === this.holder) : 0;
    return index === -1 ? undefined : this.turns.splice(index, 1)[0];
  }

  private checkSilence(): void {
    if (!this.holder || this.running) return;
    if (Date.now() - this.lastTurnAt >= this.options.silenceLimitMs) {
      this.options.onSilentHolder(this.holder);
    }
  }
}
