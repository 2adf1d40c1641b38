import { UnavailableError } from '../http/problems/problems.ts';

/** Lets a few work at a time; when too many wait already, the next one is turned away. */
export class Turns {
  private working = 0;
  private readonly waiting: (() => void)[] = [];

  constructor(
    private readonly mostWorking: number,
    private readonly mostWaiting: number,
  ) {}

  /** @throws {UnavailableError} when too many wait */
  async take<Result>(work: () => Promise<Result>): Promise<Result> {
    await this.turn();
    try {
      return await work();
    } finally {
      const next = this.waiting.shift();
      if (next) next();
      else this.working--;
    }
  }

  private async turn(): Promise<void> {
    if (this.working < this.mostWorking) {
      this.working++;
      return;
    }
    if (this.waiting.length >= this.mostWaiting) {
      throw new UnavailableError('Too many streets are asked for at once.', true);
    }
    await new Promise<void>((resolve) => this.waiting.push(resolve));
  }
}
