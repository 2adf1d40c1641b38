import type { LoggerService } from '@nestjs/common';
import { type Logger, pino } from 'pino';

export type { Logger };

/**
 * Lines are buffered: writing each one separately would add a tenth to the cost of a cached
 * response.
 */
const BUFFERED_BYTES = 4096;
const FLUSH_INTERVAL_MS = 500;

/**
 * Creates the server's log of JSON lines. A request is logged with its route template, method,
 * status and duration; nothing that identifies visitors or what they searched for is written.
 */
export function createLog(level: string): Logger {
  const lines = pino.destination({
    sync: false,
    minLength: BUFFERED_BYTES,
    periodicFlush: FLUSH_INTERVAL_MS,
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

/** Writes the lines of NestJS to the same log; its startup messages get level debug. */
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
