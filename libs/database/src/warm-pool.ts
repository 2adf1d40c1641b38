import type { DataSource } from 'typeorm';

/**
 * Opens every connection of the pool and has each load PostGIS, which costs its first query up
 * to a third of a second.
 */
export async function warmPool(dataSource: DataSource, poolSize: number): Promise<void> {
  const question = 'SELECT ST_Distance(ST_Point(0, 0)::geography, ST_Point(0, 1)::geography)';
  await Promise.all(Array.from({ length: poolSize }, () => dataSource.query(question)));
}
