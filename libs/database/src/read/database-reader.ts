import { createHash } from 'node:crypto';
import type { Pool, QueryConfig } from 'pg';
import type { DataSource, EntityManager } from 'typeorm';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver.js';
import { type PoolExtras, type ReadOptions, ReadPool } from './read-pool.ts';
import { retryRead } from './retry-read.ts';

/** The read interface of repositories; a class, so that it can be the injection token. */
export abstract class DatabaseReader {
  abstract query<Rows>(sql: string, values?: unknown[], options?: ReadOptions): Promise<Rows>;
  /**
   * Runs a frequent query whose best plan does not depend on its values; each connection parses and
   * plans it once.
   */
  abstract prepared<Rows>(sql: string, values: unknown[]): Promise<Rows>;
  /**
   * Reads a number that grows with every change from all servers, and from then on reads only from
   * those that have the highest one, so that what is read is not older than the number.
   *
   * @param sql returns one row with the column `number`
   */
  abstract newest(sql: string): Promise<number>;
}

/** A replica that takes longer is not read from until it answers again. */
const REPLICA_LIMIT_MS = 1_000;

/** Returns the pools for public reads: those of the replicas, if there are any. */
export function readPools(dataSource: DataSource): Pool[] {
  const { master, slaves } = dataSource.driver as PostgresDriver;
  return (slaves.length > 0 ? slaves : [master]) as Pool[];
}

/**
 * Creates a reader that survives a restart of the database: it retries a read when the connection
 * breaks, on the next replica if there are several, and gives up one that is not answered. Never use
 * it for writes, because it is unknown whether an interrupted write was committed.
 */
export function retryingReader(dataSource: DataSource): DatabaseReader {
  const extras = dataSource.options.extra as PoolExtras;
  const pools = readPools(dataSource).map((pool) => new ReadPool(pool, extras));
  let current = pools;
  let turn = 0;
  const nextPool = (): ReadPool => current[turn++ % current.length] as ReadPool;
  const names = new Map<string, string>();
  const run = async <Rows>(statement: QueryConfig, options?: ReadOptions) =>
    (await retryRead(() => nextPool().read(statement, options))).rows as Rows;
  return {
    query: async (text, values = [], options) => await run({ text, values }, options),
    prepared: async (text, values) => {
      if (extras.oneSession) return await run({ text, values });
      const name = names.get(text) ?? createHash('sha256').update(text).digest('hex').slice(0, 32);
      names.set(text, name);
      return await run({ name, text, values });
    },
    newest: async (sql) => {
      const numbers = pools.length > 1 ? await Promise.all(pools.map(numberOrNull(sql))) : [];
      const known = numbers.filter((number) => number !== null);
      const highest = Math.max(...known);
      current = known.length > 0 ? pools.filter((_, index) => numbers[index] === highest) : pools;
      if (known.length > 0) return highest;
      const [row] = await run<NumberRow[]>({ text: sql });
      return Number(row?.number);
    },
  };
}

/** Creates a reader that sees what a transaction has written, until that ends. */
export function transactionReader(manager: EntityManager): DatabaseReader {
  const query = async <Rows>(sql: string, values: unknown[] = []): Promise<Rows> =>
    await manager.query(sql, values);
  return {
    query,
    prepared: query,
    newest: async (sql) => Number((await query<NumberRow[]>(sql))[0]?.number),
  };
}

interface NumberRow {
  number: string;
}

/** Reads a number from a pool; null if it fails or takes too long. */
function numberOrNull(sql: string): (pool: ReadPool) => Promise<number | null> {
  return async (pool) => {
    try {
      const limits = { limitMs: REPLICA_LIMIT_MS };
      const { rows } = await pool.read<NumberRow>({ text: sql }, limits);
      return Number(rows[0]?.number);
    } catch {
      return null;
    }
  };
}
