import { DataSource, type MigrationInterface, type QueryRunner } from 'typeorm';
import { onTestFinished } from 'vitest';
import { inTransaction, migrate } from '#database';
import { addSpeedDial, setGuideStatus } from '#directory';
import { readSeedRecords, type SeedRecords } from '#seed';
import { engine } from '../../../../test/database/test-databases.ts';
import {
  fileSuggestions,
  idOf,
  load,
  NOTHING,
  named,
  readModel,
  remove,
  removeFacility,
  removeOrganization,
  renameFacility,
  seededCopy,
} from '../support/load-records.ts';

const ANGELS = 'border-angels';
const ADELANTO = 'adelanto-ice-processing-center';
const ELOY = 'eloy-detention-center';
const FLORENCE = 'florence-immigrant-and-refugee-rights-project';
const files = readSeedRecords();

describe('a record that a person has edited', () => {
  const website = (to: string) => (records: SeedRecords) => {
    named(records.organizations, ANGELS).website = to;
  };

  it('stays, and what the file says differently is suggested once per version', async () => {
    const db = await seededCopy();
    const record_id = await idOf(db, 'organization', ANGELS);
    await db.query(`UPDATE organization SET description = 'As we know it' WHERE id = $1`, [
      record_id,
    ]);
    const parts = `SELECT organization::text, (SELECT json_agg(phone) FROM phone
      WHERE organization_id = organization.id) AS phones, (SELECT json_agg(location) FROM location
      WHERE organization_id = organization.id) AS locations FROM organization WHERE id = '${record_id}'`;
    const before = await db.query(parts);
    const suggested = async (change?: (records: SeedRecords) => void) => {
      const { report, changes } = await load(db, change);
      expect([{ ...report, suggestions: 0 }, changes]).toEqual([NOTHING, []]);
      expect(await db.query(parts)).toEqual(before);
      return [report.suggestions, await fileSuggestions(db)];
    };
    const open = { record_id, state: 'open', removed: false };
    const second = website('https://second.example/');
    const third = website('https://third.example/');
    expect(await suggested()).toEqual([0, []]);
    expect(await suggested(second)).toEqual([1, [{ ...open, website: 'https://second.example/' }]]);
    expect(await suggested(second)).toEqual([0, [{ ...open, website: 'https://second.example/' }]]);
    expect(await suggested(third)).toEqual([1, [{ ...open, website: 'https://third.example/' }]]);
    expect(await suggested()).toEqual([0, []]);
    await suggested(second);
    await db.query(`UPDATE suggestion SET state = 'declined', handled_at = now()`);
    const declined = { ...open, state: 'declined', website: 'https://second.example/' };
    expect(await suggested(second)).toEqual([0, [declined]]);
    const removal = (records: SeedRecords) => removeOrganization(records, ANGELS);
    const removed = { ...open, website: null, removed: true };
    expect(await suggested(removal)).toEqual([1, [declined, removed]]);
    expect(await suggested(removal)).toEqual([0, [declined, removed]]);
  });

  it('keeps the records that it refers to', async () => {
    const db = await seededCopy();
    const removal = (records: SeedRecords) => {
      removeOrganization(records, 'american-gateways');
      for (const facility of [ELOY, ADELANTO]) removeFacility(records, facility);
    };
    const kept = await Promise.all([
      idOf(db, 'organization', 'american-gateways'),
      idOf(db, 'facility', ELOY),
      idOf(db, 'facility', ADELANTO),
    ]);
    await db.query(`UPDATE help_line SET note = 'Ours' WHERE slug LIKE 'american-gateways%'`);
    await db.query(`UPDATE organization SET email = 'us@example.org' WHERE slug = $1`, [FLORENCE]);
    const scope = [ADELANTO];
    await inTransaction(db, (manager) =>
      addSpeedDial(manager, ANGELS, { code: '4411#', scope, note: null }),
    );
    const before = await readModel(db);
    const { report } = await load(db, removal);
    expect(report).toMatchObject({ removed: 0, suggestions: 5 });
    const missing = (await fileSuggestions(db)).filter(({ removed }) => removed);
    expect(missing.map(({ record_id }) => record_id).sort()).toEqual(kept.sort());
    const slugs = ['american-gateways-detained-hotline', FLORENCE, ELOY];
    const ofThese = (rows: { slug: string }[]) => rows.filter(({ slug }) => slugs.includes(slug));
    expect(ofThese(await readModel(db))).toEqual(ofThese(before));
    // Given back to the files, they and what they referred to go.
    for (const table of ['organization', 'help_line']) {
      await db.query(`UPDATE ${table} SET edited_at = NULL, seed_hash = 'given back'
        WHERE edited_at IS NOT NULL`);
    }
    expect((await load(db, removal)).report).toMatchObject({ removed: 2, suggestions: 0 });
    // The code was limited to the third until that load.
    expect((await load(db, removal)).report).toEqual({ ...NOTHING, removed: 1 });
    expect(await fileSuggestions(db)).toEqual([]);
  });

  it('stays when its file renames it, and keeps nothing else from being loaded', async () => {
    const db = await seededCopy();
    const id = await idOf(db, 'facility', ELOY);
    await db.query(`UPDATE facility SET note = 'Ours' WHERE id = $1`, [id]);
    const rename = (records: SeedRecords) => {
      renameFacility(records, ELOY, 'eloy-federal-center');
      named(records.facilities, 'eloy-federal-center').name = 'Eloy Federal Center';
      named(records.facilities, ADELANTO).note = 'New';
    };
    const referring = files.organizations.filter(({ facilities }) =>
      facilities.some(({ slug }) => slug === ELOY),
    );
    const written = { organizations: referring.length, facilities: 1, suggestions: 1 };
    expect((await load(db, rename)).report).toEqual({ ...NOTHING, ...written });
    const [row] = await db.query(`SELECT slug, note FROM facility WHERE id = $1`, [id]);
    expect(row).toEqual({ slug: ELOY, note: 'Ours' });
    expect(await fileSuggestions(db)).toMatchObject([{ record_id: id, removed: false }]);
    // Given back to the files, it takes their version.
    await db.query(`UPDATE facility SET edited_at = NULL, seed_hash = 'x' WHERE id = $1`, [id]);
    expect((await load(db, rename)).report).toEqual({ ...NOTHING, facilities: 1 });
    expect(await idOf(db, 'facility', 'eloy-federal-center')).toBe(id);
  });

  // The embedded engine has one session, so nothing else happens during a load.
  it.skipIf(engine === 'embedded')('stays when the edit is made during a load', async () => {
    const db = await seededCopy();
    const editor = await new DataSource({ ...db.options }).initialize();
    onTestFinished(() => editor.destroy());
    const runner = editor.createQueryRunner();
    await runner.startTransaction();
    await runner.query(`UPDATE organization SET email = 'us@example.org' WHERE slug = $1`, [
      ANGELS,
    ]);
    const loading = load(db, website('https://second.example/'));
    const waiting = `SELECT FROM pg_locks
      WHERE NOT granted AND transactionid = pg_current_xact_id()::xid`;
    while ((await runner.query(waiting)).length === 0);
    await runner.commitTransaction();
    await runner.release();
    expect((await loading).report).toEqual({ ...NOTHING, suggestions: 1 });
    const [row] = await db.query(`SELECT email FROM organization WHERE slug = $1`, [ANGELS]);
    expect(row.email).toBe('us@example.org');
  });

  it('stays as a guide too', async () => {
    const db = await seededCopy();
    await inTransaction(db, (manager) => setGuideStatus(manager, 'cbp-one', 'under review'));
    const removal = ({ guides }: SeedRecords) => remove(guides, 'cbp-one');
    expect((await load(db, removal)).report).toEqual({ ...NOTHING, suggestions: 1 });
    expect(await fileSuggestions(db)).toMatchObject([
      { record_id: await idOf(db, 'guide', 'cbp-one'), removed: true },
    ]);
    expect((await load(db)).report).toEqual(NOTHING);
    expect(await fileSuggestions(db)).toEqual([]);
  });
});

class RewriteRecords1999999999999 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const table of ['organization', 'help_line', 'facility']) {
      await runner.query(`UPDATE ${table} SET confidence_note = 'Rewritten'`);
    }
  }

  async down(): Promise<void> {}
}

it('a migration that rewrites records does not mark them as edited', async () => {
  const db = await seededCopy([RewriteRecords1999999999999]);
  const marks = (table: string) =>
    db.query(`SELECT slug, edited_at, last_modified FROM ${table} ORDER BY slug`);
  const before = await marks('organization');
  expect(await migrate(db)).toEqual(['RewriteRecords1999999999999']);
  expect(await marks('organization')).toEqual(before);
  const rename = ({ organizations, facilities, 'help-lines': lines }: SeedRecords) => {
    named(organizations, ANGELS).name = 'Renamed';
    named(facilities, ELOY).name = 'Renamed';
    named(lines, 'findhello').name = 'Renamed';
  };
  const renamed = { organizations: 1, facilities: 1, help_lines: 1 };
  expect((await load(db, rename)).report).toEqual({ ...NOTHING, ...renamed });
  await db.query(`UPDATE facility SET note = 'By hand' WHERE slug = $1`, [ELOY]);
  expect((await load(db)).report).toMatchObject({ facilities: 0, suggestions: 1 });
});
