import pg from 'pg';
import { DataSource } from 'typeorm';
import { dataSourceOptions, migrate } from '#database';
import { migrations } from '#migrations';
import { loadSeed } from '#seed';
import { type AnyOrganization, store } from '../directory/any-organization.ts';
import { generateListings } from '../directory/generated-listings.ts';
import { Towns } from '../directory/generated-towns.ts';
import type { Cluster } from './cluster.ts';

const RECORDS = 'records';
const SEED = 20_261;
/** So many listings are generated at a time, in memory. */
const PART = 50_000;
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
    const indexes = await dropIndexes(db);
    const parts = Array.from({ length: Math.ceil(listings / PART) }, (_, part) => part);
    const generate = async (part: number) => {
      const size = Math.min(PART, listings - part * PART);
      await generateListings(db, size, SEED + part * SEEDS_APART);
    };
    // The first one makes the tags, for which the others would wait.
    for (const part of parts.splice(0, 1)) await generate(part);
    const inTurn = async () => {
      for (let part = parts.shift(); part !== undefined; part = parts.shift()) await generate(part);
    };
    await Promise.all([inTurn(), inTurn()]);
    for (const statement of indexes) await db.query(statement);
  });
  return cluster.url(name);
}

/** Drops what is made faster after the rows are there. @returns the statements that make it again */
async function dropIndexes(db: DataSource): Promise<string[]> {
  const indexes = await db.query<{ name: string; statement: string }[]>(
    `SELECT indexrelid::regclass::text AS name, pg_get_indexdef(indexrelid) AS statement
       FROM pg_index WHERE NOT indisunique
        AND indrelid = ANY('{listing,directory_card,change}'::regclass[])`,
  );
  for (const { name } of indexes) await db.query(`DROP INDEX ${name}`);
  return indexes.map(({ statement }) => statement);
}

/**
 * Adds so many listings more to a database with the records. @param seed another one adds others
 */
export async function growDirectory(url: string, listings: number, seed: number): Promise<void> {
  await using(url, (db) => generateListings(db, listings, SEED + seed));
}

/** Publishes organizations of any kind that the schema allows in a database with the records. */
export async function addOrganizations(url: string, all: AnyOrganization[]): Promise<void> {
  await using(url, async (db) => {
    for (const parts of all) await store(db, parts);
  });
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
