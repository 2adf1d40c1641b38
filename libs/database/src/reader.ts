import type { DataSource } from 'typeorm';
import { retryRead } from './retry-read.ts';

/** All that a repository of questions needs of a database. */
export interface Reader {
  query<Rows>(sql: string, values?: unknown[]): Promise<Rows>;
}

/**
 * Reads that outlive a database's restart: each is asked again when the connection breaks under it.
 * Never for writes: nobody knows whether one that broke off was done.
 */
export function patientReader(dataSource: DataSource): Reader {
  return {
    query: async (sql, values) => await retryRead(() => dataSource.query(sql, values)),
  };
}
