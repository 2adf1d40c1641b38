import pg from 'pg';
import { DataSource } from 'typeorm';
import { dataSourceOptions, migrate } from '#database';
import { migrations } from '#migrations';
import { loadSeed } from '#seed';
import { generateListings } from '../directory/generated-listings.ts';
import { Towns } from '../directory/generated-towns.ts';
import type { Cluster } from './cluster.ts';

const RECORDS = 'records';
const SEED = 20_261;
/** So many listings are generated at a time, in memory. */
const PART = 100_000;
const SEEDS_APART = 1_000;

/** Migrates a database and loads the records that come with Amparo; the others are copies of it. */
export async function prepareRecords(cluster: Cluster): Promise<Towns> {
  await administer(cluster, `CREATE DATABASE ${RECORDS}`);
  return await using(cluster.url(RECORDS), async (db) => {
    await migrate(db);
    await loadSeed(db);
    await db.query('ANALYZE');
    return await Towns.read(db);
  });
}

/**
 * The first listings are the same ones, whatever the size.
 *
 * @returns the address of a database with the records and so many listings more
 */
export async function fillDirectory(cluster: Cluster, listings: number): Promise<string> {
  const name = `listings_${listings}`;
  await administer(cluster, `CREATE DATABASE ${name} TEMPLATE ${RECORDS}`);
  await using(cluster.url(name), async (db) => {
    for (let start = 0, part = 0; start < listings; start += PART, part += 1) {
      await generateListings(db, Math.min(PART, listings - start), SEED + part * SEEDS_APART);
    }
  });
  return cluster.url(name);
}

/**
 * Adds so many listings more to a database with the records. @param seed another one adds others
 */
export async function growDirectory(url: string, listings: number, seed: number): Promise<void> {
  await using(url, (db) => generateListings(db, listings, SEED + seed));
}

/** Writes everything to the disk now, so that nothing is written while we measure. */
export async function settle(cluster: Cluster): Promise<void> {
  await administer(cluster, 'CHECKPOINT');
}

async function administer(cluster: Cluster, statement: string): Promise<void> {
  const client = new pg.Client(cluster.url('postgres'));
  await client.connect();
  await client.query(statement);
  await client.end();
}

async function using<T>(url: string, work: (db: DataSource) => Promise<T>): Promise<T> {
  const options = dataSourceOptions({ url, poolSize: 2, migrations, queryLimitMs: 0 });
  const db = await new DataSource(options).initialize();
  try {
    return await work(db);
  } finally {
    await db.destroy();
  }
}
