import { SilentDatabaseError } from './silence-watch.ts';

interface RetryReadOptions {
  /** How often the read is retried after its connection broke. */
  retries?: number;
  /** How long to wait in total for a database that is not running. */
  patienceMs?: number;
}

const NOT_RUNNING = new Set(['ECONNREFUSED', 'ENOENT', '57P03', '57P01', '57P02']);
const CONNECTION_LOST = new Set(['ECONNRESET', 'EPIPE', '08000', '08003', '08006']);
const CONNECTION_LOST_MESSAGE = /Connection terminated|connection error and is not queryable/i;
/**
 * Too many connections, a read-only server, a statement that the server has ended because it took too
 * long, and hosts that cannot be reached.
 */
const UNAVAILABLE = new Set([
  '53300',
  '25006',
  '57014',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
]);
const UNAVAILABLE_MESSAGE = /timeout exceeded when trying to connect|Query read timeout/i;
const PAUSE_MS = 100;

/**
 * Runs a read, and retries it when its connection broke or when the database is restarting. For
 * reads only: it is unknown whether an interrupted write was committed.
 * @throws the last error, when the retries or the time are used up
 */
export async function retryRead<T>(
  read: () => Promise<T>,
  { retries = 2, patienceMs = 2_500 }: RetryReadOptions = {},
): Promise<T> {
  const deadline = Date.now() + patienceMs;
  for (let left = retries; ; ) {
    try {
      return await read();
    } catch (error) {
      const loss = lossOf(error);
      if (loss === 'none' || Date.now() > deadline) throw error;
      if (loss === 'lost' && left-- === 0) throw error;
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
  }
}

/**
 * Whether an error means that the database cannot be used at the moment, whoever used it: its
 * connection is lost, it is starting or stopping, has too many connections, is read-only, or takes too
 * long.
 */
export function isDatabaseUnavailable(error: unknown): boolean {
  if (lossOf(error) !== 'none' || error instanceof SilentDatabaseError) return true;
  const { code, message, driverError } = (error ?? {}) as DatabaseError;
  if (code && UNAVAILABLE.has(code)) return true;
  if (driverError) return isDatabaseUnavailable(driverError);
  return UNAVAILABLE_MESSAGE.test(message ?? '');
}

interface DatabaseError {
  code?: string;
  message?: string;
  /** What TypeORM wraps. */
  driverError?: unknown;
}

function lossOf(error: unknown): 'none' | 'lost' | 'not running' {
  const { code, message, driverError } = (error ?? {}) as DatabaseError;
  if (code && NOT_RUNNING.has(code)) return 'not running';
  if (code && CONNECTION_LOST.has(code)) return 'lost';
  if (driverError) return lossOf(driverError);
  return CONNECTION_LOST_MESSAGE.test(message ?? '') ? 'lost' : 'none';
}
