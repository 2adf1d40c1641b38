import type { DataSource, EntityManager } from 'typeorm';
import { anOrganization } from '../../../../test/directory/builders.ts';
import { sharedTestApp } from '../support/test-app.ts';

const at = sharedTestApp();

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
      `INSERT INTO speed_dial (id, help_line_id, code, scope, status) SELECT gen_random_uuid(), id, '12a#', 'everywhere', 'unverified' FROM help_line LIMIT 1`,
    ],
    [
      'a code of one sign',
      `INSERT INTO speed_dial (id, help_line_id, code, scope, status) SELECT gen_random_uuid(), id, '#', 'everywhere', 'unverified' FROM help_line LIMIT 1`,
    ],
    [
      'a working code that nobody verified',
      `INSERT INTO speed_dial (id, help_line_id, code, scope, status) SELECT gen_random_uuid(), id, '123#', 'everywhere', 'working' FROM help_line LIMIT 1`,
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
