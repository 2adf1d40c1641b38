interface RetryReadOptions {
  /** How often the read is asked again after a connection broke under it. */
  retries?: number;
  /** How long to wait in all for a database that nobody serves at the moment. */
  patienceMs?: number;
}

const NOBODY_SERVES = new Set(['ECONNREFUSED', 'ENOENT', '57P03', '57P01', '57P02']);
const CONNECTION_BROKE = new Set(['ECONNRESET', 'EPIPE', '08000', '08003', '08006']);
const BROKE_IN_WORDS = /Connection terminated|connection error and is not queryable/i;
const PAUSE_MS = 100;

/**
 * Runs a read, and runs it again when the connection broke under it or when the database is
 * being restarted. For reads alone: nobody knows whether a write that broke off was done.
 * @throws the last error, when the retries or the patience are used up
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
      if (loss === 'broke' && left-- === 0) throw error;
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
  }
}

function lossOf(error: unknown): 'none' | 'broke' | 'nobody' {
  const { code, message, driverError } = (error ?? {}) as {
    code?: string;
    message?: string;
    driverError?: unknown;
  };
  if (code && NOBODY_SERVES.has(code)) return 'nobody';
  if (code && CONNECTION_BROKE.has(code)) return 'broke';
  if (driverError) return lossOf(driverError);
  return BROKE_IN_WORDS.test(message ?? '') ? 'broke' : 'none';
}
