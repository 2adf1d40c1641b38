import type { WriteStream } from 'node:tty';

const SILENT_MS = 2_000;
const REDRAW_MS = 500;
const CLEAR_LINE = '\r\u001b[K';

/** Shows progress in the terminal for steps that take longer than two seconds. */
export class Terminal {
  constructor(private readonly stream: Pick<WriteStream, 'write' | 'isTTY'>) {}

  /** Whether a person reads it as it is written. */
  get isInteractive(): boolean {
    return this.stream.isTTY;
  }

  line(text: string): void {
    this.stream.write(`${text}\n`);
  }

  /** Runs work that reports its steps; each step that takes over two seconds is shown. */
  async withProgress<T>(
    firstStep: string,
    work: (onProgress: (step: string) => void) => Promise<T>,
  ): Promise<T> {
    let step = this.begin(firstStep);
    try {
      return await work((name) => {
        step.end();
        step = this.begin(name);
      });
    } finally {
      step.end();
    }
  }

  private begin(name: string): { end(): void } {
    const startedAt = Date.now();
    const seconds = (): string => ((Date.now() - startedAt) / 1_000).toFixed(0);
    let shown = false;
    const timer = setInterval(() => {
      if (Date.now() - startedAt < SILENT_MS) return;
      if (this.stream.isTTY) this.stream.write(`${CLEAR_LINE}${name} ... ${seconds()} s`);
      else if (!shown) this.line(`${name} ...`);
      shown = true;
    }, REDRAW_MS);
    return {
      end: () => {
        clearInterval(timer);
        if (!shown) return;
        this.line(`${this.stream.isTTY ? CLEAR_LINE : ''}${name}: done in ${seconds()} s`);
      },
    };
  }
}
