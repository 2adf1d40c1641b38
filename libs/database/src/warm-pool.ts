import type { DataSource } from 'typeorm';
import { readPools } from './read/database-reader.ts';

/**
 * Opens every connection for public reads and loads PostGIS in each, which delays the first query
 * of a connection by up to a third of a second.
 */
export async function warmPool(dataSource: DataSource, poolSize: number): Promise<void> {
  const statement = 'SELECT ST_Distance(ST_Point(0, 0)::geography, ST_Point(0, 1)::geography)';
  const warmUps = readPools(dataSource).flatMap((pool) =>
    Array.from({ length: poolSize }, () => pool.query(statement)),
  );
  await Promise.all(warmUps);
}
