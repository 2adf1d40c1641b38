import type { LoggerService } from '@nestjs/common';
import { type Logger, pino } from 'pino';

export type { Logger };

/**
 * The server's log: JSON lines. A request is told by its route template, its method, its status
 * and how long it took; what identifies a visitor or their question is never written.
 */
export function createLog(level: string): Logger {
  return pino({
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
    serializers: {
      req: (request: { method: string; routeOptions?: { url?: string } }) => ({
        method: request.method,
        route: request.routeOptions?.url,
      }),
      res: (response: { statusCode: number }) => ({ status: response.statusCode }),
    },
  });
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
