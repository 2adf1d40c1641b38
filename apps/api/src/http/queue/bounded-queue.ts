import PQueue from 'p-queue';

export interface QueueBounds {
  /** How much is done at the same time. */
  running: number;
  /** How much may wait for its turn. */
  waiting: number;
}

/** As much waits as may. It is answered like any other overload. */
export class QueueFullError extends Error {
  override name = 'QueueFullError';
}

/** Does expensive work in turn, and refuses what would have to wait for too much else. */
export class BoundedQueue {
  private readonly queue: PQueue;

  constructor(private readonly bounds: QueueBounds) {
    this.queue = new PQueue({ concurrency: bounds.running });
  }

  /** Whether work would begin at once. */
  get isIdle(): boolean {
    return this.queue.size === 0 && this.queue.pending < this.bounds.running;
  }

  /** @throws QueueFullError at once, when as much waits as may */
  async run<Result>(work: () => Promise<Result>): Promise<Result> {
    if (!this.isIdle && this.queue.size >= this.bounds.waiting) throw new QueueFullError();
    return await this.queue.add(work);
  }
}
