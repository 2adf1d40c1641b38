import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DataSource, type EntityManager } from 'typeorm';
import { dataSourceOptions, startEmbeddedEngine } from '#database';
import { migrations } from '#migrations';
import { loadSeed } from '#seed';
import { databaseAt, run } from '../support/engines.ts';
import { anOrganization, removeTestOrganizations } from '../support/builders.ts';
import { engine, startTestApp, type TestApp } from '../support/test-app.ts';

let at: TestApp;
beforeAll(async () => {
  at = await startTestApp();
});
afterAll(async () => {
  await removeTestOrganizations(at.db);
  await at.stop();
});

class RolledBack extends Error {}

/** Runs work in a transaction that leaves nothing behind. */
async function tried(work: (manager: EntityManager) => Promise<void>): Promise<void> {
  try {
    await at.db.transaction(async (manager) => {
      await work(manager);
      await manager.query('SET CONSTRAINTS ALL IMMEDIATE');
      throw new RolledBack();
    });
  } catch (error) {
    if (!(error instanceof RolledBack)) throw error;
  }
}

describe('the database itself refuses', () => {
  it.each([
    [
      'a code with a letter',
      `INSERT INTO speed_dial (id, help_line_id, code, status) SELECT gen_random_uuid(), id, '12a#', 'unverified' FROM help_line LIMIT 1`,
    ],
    [
      'a code of one sign',
      `INSERT INTO speed_dial (id, help_line_id, code, status) SELECT gen_random_uuid(), id, '#', 'unverified' FROM help_line LIMIT 1`,
    ],
    [
      'a working code that nobody verified',
      `INSERT INTO speed_dial (id, help_line_id, code, status) SELECT gen_random_uuid(), id, '123#', 'working' FROM help_line LIMIT 1`,
    ],
    ['a number that is not E.164', `UPDATE phone SET number = '(915) 555-0100'`],
    ['a region that is not ISO 3166-2', `UPDATE address SET state_province = 'Texas'`],
    ['a region of another country', `UPDATE address SET country = 'MX', state_province = 'US-TX'`],
    [
      'a latitude beyond the pole',
      `UPDATE location SET point_precision = 'city', geog = ST_GeogFromText('SRID=4326;POINT(0 91)')`,
    ],
    [
      'a longitude beyond 180',
      `UPDATE facility SET geog = ST_GeogFromText('SRID=4326;POINT(181 0)')`,
    ],
    ['a status nobody knows', `UPDATE organization SET status = 'open'`],
    [
      'a check that is due before it was made',
      `UPDATE organization SET verified_at = now(), due_at = now() - interval '1 day'`,
    ],
    ['a published help line without a name', `UPDATE help_line SET name = NULL WHERE published`],
    ['a source whose date is not one', `UPDATE source SET date = 'last year'`],
  ])('%s', async (_, sql) => {
    const before = await wrongCoordinates();
    const outcome = tried(async (manager) => {
      await manager.query(sql);
      // PostGIS folds coordinates that are out of range back into it, with a notice.
      if (sql.includes('POINT')) expect(await wrongCoordinates(manager)).toBe(before);
    });
    if (sql.includes('POINT')) await outcome;
    else await expect(outcome).rejects.toThrow(/violates check constraint/);
  });

  it('a verified listing without a source', async () => {
    const { id } = await anOrganization(at.db);
    const verify = `UPDATE organization SET verified_at = now(), due_at = now() + interval '1 year' WHERE id = $1`;
    await tried(async (manager) => {
      await manager.query(verify, [id]);
    });
    await expect(
      tried(async (manager) => {
        await manager.query('DELETE FROM source WHERE record_id = $1', [id]);
        await manager.query(verify, [id]);
      }),
    ).rejects.toThrow(/has no source/);
  });
});

async function wrongCoordinates(db: DataSource | EntityManager = at.db): Promise<number> {
  const [row] = await db.query<{ count: number }[]>(
    `SELECT count(*)::integer AS count FROM (SELECT geog FROM location UNION ALL SELECT geog FROM facility) AS point
      WHERE abs(ST_Y(geog::geometry)) > 90 OR abs(ST_X(geog::geometry)) > 180`,
  );
  return row?.count ?? -1;
}

describe('the records', () => {
  it('change nothing when they are loaded again', async () => {
    const before = await fingerprint();
    expect(await loadSeed(at.db)).toEqual({
      places: 0,
      organizations: 0,
      help_lines: 0,
      facilities: 0,
      guides: 0,
    });
    expect(await fingerprint()).toEqual(before);
  });

  it('keep what a person has edited, also when the file has changed', async () => {
    await at.db.query(
      `UPDATE organization SET description = 'As we know it' WHERE slug = 'galilee-center'`,
    );
    await at.db.query(
      `UPDATE organization SET seed_hash = 'an older file' WHERE slug IN ('galilee-center', 'border-angels')`,
    );
    const report = await loadSeed(at.db);
    expect(report.organizations).toBe(1);
    const [row] = await at.db.query<{ description: string }[]>(
      `SELECT description FROM organization WHERE slug = 'galilee-center'`,
    );
    expect(row?.description).toBe('As we know it');
    await at.db.query(
      `UPDATE organization SET edited_at = NULL, seed_hash = 'x' WHERE slug = 'galilee-center'`,
    );
    await loadSeed(at.db);
  });

  it('are nobody’s verification', async () => {
    for (const path of [
      '/v1/listings?limit=100&status=any',
      '/v1/organizations?limit=100',
      '/v1/help-lines',
    ]) {
      const { body } = await at.api.get(path);
      for (const { verified_at, freshness } of body.items) {
        expect([verified_at, freshness]).toEqual([null, 'never']);
      }
    }
  });

  it('keep the seventeen organizations of the page in its order, under its regions', async () => {
    const rows = await at.db.query<{ page_region: string; slug: string }[]>(
      `SELECT page_region, slug FROM organization WHERE page_position IS NOT NULL ORDER BY page_position`,
    );
    expect(rows).toHaveLength(17);
    expect(rows[0]).toEqual({ page_region: 'US-AZ', slug: 'casa-alitas' });
    expect(rows.filter(({ page_region }) => page_region === 'XB-MX-CA')).toHaveLength(6);
  });

  it('never hold a street for a place that is private', async () => {
    const rows = await at.db.query(
      `SELECT address_1 FROM address JOIN location ON location.id = location_id
        WHERE visibility <> 'exact' AND (address_1 IS NOT NULL OR postal_code IS NOT NULL OR geog IS NOT NULL)`,
    );
    expect(rows).toEqual([]);
  });
});

async function fingerprint(): Promise<unknown> {
  return await at.db.query(
    `SELECT (SELECT md5(string_agg(listing::text, '' ORDER BY id)) FROM listing) AS listings,
            (SELECT md5(string_agg(directory_card::text, '' ORDER BY id)) FROM directory_card) AS cards,
            (SELECT max(seq) FROM change) AS changes, (SELECT count(*) FROM place_name) AS names`,
  );
}

describe('migrations', () => {
  it('go up, down to nothing and up again', async () => {
    const database = await emptyDatabase();
    const db = await new DataSource(
      dataSourceOptions({ url: database.url, poolSize: 1, migrations, queryLimitMs: 0 }),
    ).initialize();
    const ours = async () =>
      await db.query<{ name: string }[]>(
        `SELECT relname AS name FROM pg_class
          WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'i', 'S')
            AND relname !~ '^(spatial_ref_sys|migration|PK_)'
         UNION ALL SELECT proname FROM pg_proc
          WHERE pronamespace = 'public'::regnamespace
            AND NOT EXISTS (SELECT FROM pg_depend WHERE objid = pg_proc.oid AND deptype = 'e')
         ORDER BY 1`,
      );
    await db.runMigrations({ transaction: 'each' });
    const up = await ours();
    expect(up.length).toBeGreaterThan(50);
    for (const _ of migrations) await db.undoLastMigration({ transaction: 'each' });
    expect(await ours()).toEqual([]);
    await db.runMigrations({ transaction: 'each' });
    expect(await ours()).toEqual(up);
    await db.destroy();
    await database.drop();
  });
});

/** The embedded engine holds one database, so that this one needs an engine of its own. */
async function emptyDatabase(): Promise<{ url: string; drop(): Promise<void> }> {
  if (engine === 'server') {
    const server = String(process.env.TEST_SERVER_URL);
    const name = `amparo_test_${randomBytes(6).toString('hex')}`;
    await run(server, `CREATE DATABASE ${name}`);
    return { url: databaseAt(server, name), drop: () => run(server, `DROP DATABASE ${name}`) };
  }
  const dataFolder = mkdtempSync(join(tmpdir(), 'amparo-migrations-'));
  const embedded = await startEmbeddedEngine({ dataFolder });
  const drop = async () => {
    await embedded.stop();
    rmSync(dataFolder, { recursive: true });
  };
  return { url: embedded.url, drop };
}
