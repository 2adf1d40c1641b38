import { createHash } from 'node:crypto';
import type { Pool, QueryConfig } from 'pg';
import type { DataSource } from 'typeorm';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver.js';
import type { PoolExtras } from './data-source-options.ts';
import { retryRead } from './retry-read.ts';

/** What repositories read through; a class, so that it is the token they are injected with. */
export abstract class DatabaseReader {
  abstract query<Rows>(sql: string, values?: unknown[]): Promise<Rows>;
  /**
   * For a question asked often whose best plan is the same whatever its values: each connection
   * reads and plans it once.
   */
  abstract prepared<Rows>(sql: string, values: unknown[]): Promise<Rows>;
}

/** The pools that answer public reads: the replicas', where there are replicas. */
export function readPools(dataSource: DataSource): Pool[] {
  const { master, slaves } = dataSource.driver as PostgresDriver;
  return (slaves.length > 0 ? slaves : [master]) as Pool[];
}

/**
 * Reads that outlive a database's restart: each is asked again when the connection breaks under it,
 * of the next replica where there are several. Never for writes: nobody knows whether one that broke
 * off was done.
 */
export function retryingReader(dataSource: DataSource): DatabaseReader {
  const pools = readPools(dataSource);
  let turn = 0;
  const nextPool = (): Pool => pools[turn++ % pools.length] as Pool;
  const { namedStatements } = dataSource.options.extra as PoolExtras;
  const names = new Map<string, string>();
  const ask = async <Rows>(statement: QueryConfig) =>
    (await retryRead(() => nextPool().query(statement))).rows as Rows;
  return {
    query: async (text, values = []) => await ask({ text, values }),
    prepared: async (text, values) => {
      if (!namedStatements) return await ask({ text, values });
      const name = names.get(text) ?? createHash('sha256').update(text).digest('hex').slice(0, 32);
      names.set(text, name);
      return await ask({ name, text, values });
    },
  };
}
