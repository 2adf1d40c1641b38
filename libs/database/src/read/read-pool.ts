import type { Pool, PoolClient, QueryConfig, QueryResult } from 'pg';
import { borrow, closeAtOnce, giveBack, sendTogether } from './borrowed-client.ts';
import { SharedConnections } from './shared-connections.ts';
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

/** For what reads a large part of the directory. */
export const LONG_READ_MS = 15_000;

/** Reads from the connections of a pool, and gives up a read that the database does not answer. */
export class ReadPool {
  private readonly watch: SilenceWatch;
  private readonly shared: SharedConnections;

  constructor(
    private readonly pool: Pool,
    private readonly extras: PoolExtras,
  ) {
    this.watch = new SilenceWatch(extras.oneSession);
    this.shared = new SharedConnections(pool);
  }

  /**
   * @param statement one with a name waits on the same connection as others with names
   * @throws SilentDatabaseError, the reason of `signal`, or what the driver throws
   */
  async read<Row extends object>(
    statement: QueryConfig,
    options: ReadOptions = {},
  ): Promise<QueryResult<Row>> {
    options.signal?.throwIfAborted();
    return await new Promise<QueryResult<Row>>((resolve, reject) => {
      const read = this.watch.begin(options.limitMs ?? this.extras.readLimitMs, reject);
      this.answer<Row>(statement, read, options)
        .finally(() => this.watch.end(read))
        .then(resolve, reject);
    });
  }

  private async answer<Row extends object>(
    statement: QueryConfig,
    read: WatchedRead,
    options: ReadOptions,
  ): Promise<QueryResult<Row>> {
    const shared = statement.name ? await this.runShared<Row>(statement, read) : undefined;
    return shared ?? (await this.runAlone<Row>(statement, read, options));
  }

  /** @returns undefined if its connection was closed because a statement before it took too long */
  private async runShared<Row extends object>(
    statement: QueryConfig,
    read: WatchedRead,
  ): Promise<QueryResult<Row> | undefined> {
    const connection = this.shared.join();
    try {
      const client = await connection.client;
      if (read.isGivenUp) throw new SilentDatabaseError();
      this.watch.sent(read, () => this.shared.abandon(connection, client), connection);
      sendTogether(client);
      return await client.query<Row>(statement);
    } catch (error) {
      if (connection.error instanceof SilentDatabaseError && !read.isGivenUp) return undefined;
      if (!read.isGivenUp) this.shared.fail(connection, error as Error);
      throw error;
    } finally {
      this.shared.leave(connection);
    }
  }

  private async runAlone<Row extends object>(
    statement: QueryConfig,
    read: WatchedRead,
    { budgetMs, signal }: ReadOptions,
  ): Promise<QueryResult<Row>> {
    const client = await borrow(this.pool);
    if (read.isGivenUp || signal?.aborted) {
      giveBack(client);
      throw signal?.reason ?? new SilentDatabaseError();
    }
    let failure: Error | undefined;
    try {
      // The next reader would get the answer to this statement.
      this.watch.sent(read, () => closeAtOnce(client));
      return await run<Row>(client, statement, this.extras.oneSession ? undefined : budgetMs);
    } catch (error) {
      failure = error as Error;
      throw error;
    } finally {
      giveBack(client, failure);
    }
  }
}

async function run<Row extends object>(
  client: PoolClient,
  statement: QueryConfig,
  budgetMs: number | undefined,
): Promise<QueryResult<Row>> {
  if (budgetMs) await client.query(`BEGIN READ ONLY; SET LOCAL statement_timeout = ${budgetMs}`);
  const result = await client.query<Row>(statement);
  if (budgetMs) await client.query('COMMIT');
  return result;
}
