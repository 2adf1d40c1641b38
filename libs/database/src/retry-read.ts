interface RetryReadOptions {
  /** How often the read is retried after its connection broke. */
  retries?: number;
  /** How long to wait in total for a database that is not running. */
  patienceMs?: number;
}

const NOT_RUNNING = new Set(['ECONNREFUSED', 'ENOENT', '57P03', '57P01', '57P02']);
const CONNECTION_LOST = new Set(['ECONNRESET', 'EPIPE', '08000', '08003', '08006']);
const CONNECTION_LOST_MESSAGE = /Connection terminated|connection error and is not queryable/i;
const PAUSE_MS = 100;

/**
 * Runs a read, and retries it when its connection broke or when the database is restarting. For
 * reads only: it is unknown whether an interrupted write was committed.
 * @throws the last error, when the retries or the time are used up
 */
export async function retryRead<T>(
  read: () => Promise<T>,
  { retries = 2, patienceMs = 15_000 }: RetryReadOptions = {},
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

function lossOf(error: unknown): 'none' | 'lost' | 'not running' {
  const { code, message, driverError } = (error ?? {}) as {
    code?: string;
    message?: string;
    driverError?: unknown;
  };
  if (code && NOT_RUNNING.has(code)) return 'not running';
  if (code && CONNECTION_LOST.has(code)) return 'lost';
  if (driverError) return lossOf(driverError);
  return CONNECTION_LOST_MESSAGE.test(message ?? '') ? 'lost' : 'none';
}
