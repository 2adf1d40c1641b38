import type { Pool, PoolClient, QueryConfig, QueryResult } from 'pg';
import { SilenceWatch, SilentDatabaseError, type WatchedRead } from './silence-watch.ts';

/** Options of our own in the pool of a data source. */
export interface PoolExtras {
  /** Whether the connections share one session, that of the embedded engine. */
  oneSession: boolean;
  /** How long a read waits for a database that does not answer. */
  readLimitMs: number;
}

export interface ReadOptions {
  /** How long it waits, if not as long as others. */
  limitMs?: number | undefined;
  /** How long the statement may run: a server ends it, the embedded engine cannot. */
  budgetMs?: number | undefined;
  /** Once aborted, what has not been sent to the database is not sent any more. */
  signal?: AbortSignal | undefined;
}

interface WatchedStatement {
  statement: QueryConfig;
  read: WatchedRead;
  budgetMs: number | undefined;
}

/** For what reads a large part of the directory. */
export const LONG_READ_MS = 15_000;

/** Reads from the connections of a pool, and gives up a read that the database does not answer. */
export class ReadPool {
  private readonly watch: SilenceWatch;

  constructor(
    private readonly pool: Pool,
    private readonly extras: PoolExtras,
  ) {
    this.watch = new SilenceWatch(extras.oneSession);
  }

  /** @throws SilentDatabaseError, the reason of `signal`, or what the driver throws */
  async read<Row extends object>(
    statement: QueryConfig,
    options: ReadOptions = {},
  ): Promise<QueryResult<Row>> {
    options.signal?.throwIfAborted();
    return await new Promise<QueryResult<Row>>((resolve, reject) => {
      const read = this.watch.begin(options.limitMs ?? this.extras.readLimitMs, reject);
      this.answer<Row>(statement, read, options).then(resolve, reject);
    });
  }

  private async answer<Row extends object>(
    statement: QueryConfig,
    read: WatchedRead,
    { budgetMs, signal }: ReadOptions,
  ): Promise<QueryResult<Row>> {
    try {
      const client = await this.pool.connect();
      if (read.isGivenUp || signal?.aborted) {
        client.release();
        throw signal?.reason ?? new SilentDatabaseError();
      }
      client.on('error', ignore);
      // Closed, because the next reader would get the answer to this statement.
      this.watch.sent(read, () => client.release(true));
      return await this.run<Row>(client, { statement, read, budgetMs });
    } finally {
      this.watch.end(read);
    }
  }

  private async run<Row extends object>(
    client: PoolClient,
    { statement, read, budgetMs }: WatchedStatement,
  ): Promise<QueryResult<Row>> {
    const limit = this.extras.oneSession ? undefined : budgetMs;
    try {
      if (limit) await client.query(`BEGIN READ ONLY; SET LOCAL statement_timeout = ${limit}`);
      const result = await client.query<Row>(statement);
      if (limit) await client.query('COMMIT');
      if (!read.isGivenUp) release(client);
      return result;
    } catch (error) {
      if (!read.isGivenUp) release(client, error as Error);
      throw error;
    }
  }
}

/** @param error with which the connection must not be used again */
function release(client: PoolClient, error?: Error): void {
  client.off('error', ignore);
  client.release(error);
}

/** A connection that breaks fails the statement that it has, too. */
function ignore(): void {}
