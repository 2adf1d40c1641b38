import { DataSource } from 'typeorm';
import { dataSourceOptions, inTransaction } from '#database';
import { addSpeedDial } from '#directory';
import { migrations } from '#migrations';
import { ownDatabase, type TestDatabase } from '../../../../test/database/test-databases.ts';

let database: TestDatabase;
let db: DataSource;
beforeAll(async () => {
  database = await ownDatabase();
  db = await new DataSource(
    dataSourceOptions({ url: database.url, poolSize: 1, migrations, queryLimitMs: 0 }),
  ).initialize();
});
afterAll(async () => {
  await db?.destroy();
  await database?.drop();
});

/** Undoes the migrations from the last one to this one. */
async function undo(name: string): Promise<void> {
  const from = migrations.findIndex((migration) => migration.name === name);
  for (const _ of migrations.slice(from)) await db.undoLastMigration({ transaction: 'each' });
}

describe('migrations', () => {
  it('find out which codes are limited to facilities, as they were before', async () => {
    const [facility] = await db.query(`SELECT id, slug FROM facility LIMIT 1`);
    await inTransaction(db, (manager) =>
      addSpeedDial(manager, 'annunciation-house', {
        ...{ code: '4601#', note: null },
        scope: [facility.slug],
      }),
    );
    const edited = () =>
      db.query(`SELECT id, edited_at FROM organization UNION ALL
        SELECT id, edited_at FROM help_line UNION ALL SELECT id, edited_at FROM facility ORDER BY 1`);
    const before = await edited();
    await undo('AddSpeedDialScopeAndEntryReferences1767225600013');
    await db.runMigrations({ transaction: 'each' });
    const codes = await db.query(`SELECT code, scope FROM speed_dial`);
    expect(codes.length).toBeGreaterThan(1);
    for (const { code, scope } of codes) {
      expect([code, scope]).toEqual([code, code === '4601#' ? 'listed' : 'everywhere']);
    }
    expect(await edited()).toEqual(before);
    await expect(db.query(`DELETE FROM facility WHERE id = $1`, [facility.id])).rejects.toThrow(
      /4601#/,
    );
  });

  it('go down to nothing, with all records, and up again', async () => {
    const ours = async () =>
      await db.query<{ name: string }[]>(
        `SELECT relname AS name FROM pg_class
          WHERE relnamespace IN ('public'::regnamespace, to_regnamespace('pgboss')) AND relkind IN ('r', 'i', 'S')
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
  });
});
