import type { LoggerService } from '@nestjs/common';
import { type Logger, pino } from 'pino';

export type { Logger };

/** Lines are written together: a write for each would be a tenth of the cost of a kept answer. */
const GATHERED_BYTES = 4096;
const FLUSHED_AFTER_MS = 500;

/**
 * The server's log: JSON lines. A request is told by its route template, its method, its status
 * and how long it took; what identifies a visitor or their question is never written.
 */
export function createLog(level: string): Logger {
  const lines = pino.destination({
    sync: false,
    minLength: GATHERED_BYTES,
    periodicFlush: FLUSHED_AFTER_MS,
  });
  const options = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
    serializers: {
      req: (request: { method: string; routeOptions?: { url?: string } }) => ({
        method: request.method,
        route: request.routeOptions?.url,
      }),
      res: (response: { statusCode: number }) => ({ status: response.statusCode }),
    },
  };
  return pino(options, lines);
}

/** NestJS's own lines in the same log; what it tells about starting is for debugging. */
export class NestLog implements LoggerService {
  constructor(private readonly lines: Logger) {}

  log(message: unknown, context?: string): void {
    this.lines.debug({ context }, String(message));
  }

  error(message: unknown, stack?: string, context?: string): void {
    this.lines.error({ context, stack }, String(message));
  }

  warn(message: unknown, context?: string): void {
    this.lines.warn({ context }, String(message));
  }
}
