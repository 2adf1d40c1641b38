import { DataSource } from 'typeorm';
import { dataSourceOptions } from '#database';
import { migrations } from '#migrations';
import { ownDatabase } from '../../../../test/database/test-databases.ts';

describe('migrations', () => {
  it('go down to nothing, with all records, and up again', async () => {
    const database = await ownDatabase();
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
