import { createHash } from 'node:crypto';
import type { Pool, QueryConfig } from 'pg';
import type { DataSource } from 'typeorm';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver.js';
import type { PoolExtras } from './data-source-options.ts';
import { retryRead } from './retry-read.ts';

/** The read interface of repositories; a class, so that it can be the injection token. */
export abstract class DatabaseReader {
  abstract query<Rows>(sql: string, values?: unknown[]): Promise<Rows>;
  /**
   * Runs a frequent query whose best plan does not depend on its values; each connection parses and
   * plans it once.
   */
  abstract prepared<Rows>(sql: string, values: unknown[]): Promise<Rows>;
}

/** Returns the pools for public reads: those of the replicas, if there are any. */
export function readPools(dataSource: DataSource): Pool[] {
  const { master, slaves } = dataSource.driver as PostgresDriver;
  return (slaves.length > 0 ? slaves : [master]) as Pool[];
}

/**
 * Creates a reader that survives a restart of the database: it retries a read when the connection
 * breaks, on the next replica if there are several. Never use it for writes, because it is unknown
 * whether an interrupted write was committed.
 */
export function retryingReader(dataSource: DataSource): DatabaseReader {
  const pools = readPools(dataSource);
  let turn = 0;
  const nextPool = (): Pool => pools[turn++ % pools.length] as Pool;
  const { namedStatements } = dataSource.options.extra as PoolExtras;
  const names = new Map<string, string>();
  const run = async <Rows>(statement: QueryConfig) =>
    (await retryRead(() => nextPool().query(statement))).rows as Rows;
  return {
    query: async (text, values = []) => await run({ text, values }),
    prepared: async (text, values) => {
      if (!namedStatements) return await run({ text, values });
      const name = names.get(text) ?? createHash('sha256').update(text).digest('hex').slice(0, 32);
      names.set(text, name);
      return await run({ name, text, values });
    },
  };
}
