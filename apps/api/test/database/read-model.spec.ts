import { randomUUID } from 'node:crypto';
import { DataSource, type EntityManager } from 'typeorm';
import { dataSourceOptions, inTransaction } from '#database';
import { addSpeedDial, publishChange, refreshReadModel, setSpeedDialStatus } from '#directory';
import { ownDatabase, type TestDatabase } from '../../../../test/database/test-databases.ts';
import { aFacility, aHelpLine, anOrganization } from '../../../../test/directory/builders.ts';
import { type RecordChange, recordChanges } from './record-changes.ts';

type Kind = 'organization' | 'help_line' | 'facility';

/** A directory so small that it is rebuilt in no time, in which every kind refers to every other. */
const ids: Record<string, string> = { New: randomUUID(), NewCode: randomUUID() };
let database: TestDatabase;
let db: DataSource;

beforeAll(async () => {
  database = await ownDatabase();
  const options = dataSourceOptions({ url: database.url, poolSize: 1, oneSession: true });
  db = await new DataSource(options).initialize();
  await db.query(`DELETE FROM organization`);
  await db.query(`DELETE FROM help_line`);
  await db.query(`DELETE FROM facility`);
  await db.query(`DELETE FROM directory_card`);
  const facilities = [await aFacility(db, 'East'), await aFacility(db, 'West')] as const;
  const [east, west] = facilities;
  const [ours, theirs] = [
    await anOrganization(db, { name: 'Ours' }),
    await anOrganization(db, { name: 'Theirs' }),
  ];
  const [line, other, hidden] = [
    await aHelpLine(db, 'Line', ours.id),
    await aHelpLine(db, 'Other line', theirs.id),
    await aHelpLine(db, 'Hidden line', ours.id),
  ];
  const visited = await aFacility(db, 'Visited');
  const code = (owner: string, digits: string, scope: string[] | null) =>
    inTransaction(db, (manager) =>
      addSpeedDial(manager, owner, { code: digits, scope, note: null }),
    );
  Object.assign(ids, {
    ...{ Ours: ours.id, Theirs: theirs.id },
    ...{ Line: line.id, OtherLine: other.id, Hidden: hidden.id },
    ...{ East: east.id, West: west.id, Visited: visited.id },
    OurCode: await code(ours.slug, '71#', [east.slug]),
    LineCode: await code(line.slug, '72#', [east.slug, west.slug]),
    OtherCode: await code(other.slug, '73#', null),
    HiddenCode: await code(hidden.slug, '74#', [west.slug]),
  });
  await publish(db.manager, [
    'organization Ours Theirs',
    `INSERT INTO organization_facility (organization_id, facility_id, statement) VALUES
       ('{Ours}', '{East}', 'It visits.'), ('{Ours}', '{Visited}', 'It visits.'),
       ('{Theirs}', '{West}', 'It visits.')`,
  ]);
  await publish(db.manager, [
    'help_line Hidden',
    `UPDATE help_line SET published = false WHERE id = '{Hidden}'`,
  ]);
});
afterAll(async () => {
  await db?.destroy();
  await database?.drop();
});

/** Writes to records, and publishes the change. */
async function publish(
  manager: EntityManager,
  [changed, sql, action = 'updated']: RecordChange,
): Promise<void> {
  const [kind, ...names] = changed.split(' ') as [Kind, ...string[]];
  await manager.query(sql.replace(/\{(\w+)\}/g, (_, name: string) => String(ids[name])));
  await publishChange(
    manager,
    kind,
    names.map((name) => ({ id: String(ids[name]), action })),
  );
}

class RolledBack extends Error {}

/** Runs work in a transaction that leaves nothing behind. */
async function rolledBack(work: (manager: EntityManager) => Promise<void>): Promise<void> {
  try {
    await db.transaction(async (manager) => {
      await work(manager);
      throw new RolledBack();
    });
  } catch (error) {
    if (!(error instanceof RolledBack)) throw error;
  }
}

/** All that the read model consists of, by what it belongs to. */
async function readModel(manager: EntityManager): Promise<Record<string, unknown>> {
  const row = (table: string) => `to_jsonb(${table}) || jsonb_build_object('tags',
    (SELECT jsonb_agg(kind || ':' || code ORDER BY kind, code) FROM tag WHERE tag.id = ANY(tags)))`;
  const rows = await manager.query<{ of: string; id: string; row: unknown }[]>(
    `SELECT 'organization ' || organization_id AS of, 'listing ' || id AS id, ${row('listing')} AS row
       FROM listing
     UNION ALL SELECT kind || ' ' || id, 'entry', ${row('directory_card')} FROM directory_card
     UNION ALL SELECT kind || ' ' || id, 'reference ' || refers_to, 'true'
       FROM entry_reference JOIN directory_card USING (id)
     ORDER BY 1, 2`,
  );
  return Object.fromEntries(rows.map(({ of, id, row: value }) => [`${of} ${id}`, value]));
}

/** The records whose listings or entries differ; codes are announced with their owner. */
function changedRecords(before: Record<string, unknown>, after: Record<string, unknown>): string[] {
  const differ = Object.keys({ ...before, ...after }).filter(
    (key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]),
  );
  const records = differ.map((key) => key.split(' ').slice(0, 2).join(' '));
  return [...new Set(records)].filter((record) => !record.startsWith('speed_dial '));
}

async function announced(manager: EntityManager, since: string): Promise<string[]> {
  const rows = await manager.query<{ record: string }[]>(
    `SELECT DISTINCT kind || ' ' || record_id AS record FROM change WHERE seq > $1`,
    [since],
  );
  return rows.map(({ record }) => record);
}

async function expectLikeRebuilt(manager: EntityManager, work: () => Promise<void>): Promise<void> {
  const before = await readModel(manager);
  const [last] = await manager.query<{ seq: string }[]>(`SELECT max(seq) AS seq FROM change`);
  await work();
  await manager.query('SET CONSTRAINTS ALL IMMEDIATE');
  const after = await readModel(manager);
  expect(after).not.toEqual(before);
  expect(await announced(manager, String(last?.seq))).toEqual(
    expect.arrayContaining(changedRecords(before, after)),
  );
  await manager.query(`DELETE FROM directory_card`);
  await manager.query(`DELETE FROM listing`);
  await manager.query(`DELETE FROM loaded_data WHERE name = 'read_model'`);
  await refreshReadModel(manager);
  expect(after).toEqual(await readModel(manager));
}

describe('the read model is the same as if it were rebuilt, and all that differs is announced, when', () => {
  it.each(recordChanges)('%s', async (_, ...change) => {
    await rolledBack((manager) => expectLikeRebuilt(manager, () => publish(manager, change)));
  });

  it('a code is blocked', async () => {
    const proof = { date: '2026-03-01', what: 'Nobody gets through.', source_url: null };
    await rolledBack((manager) =>
      expectLikeRebuilt(manager, () =>
        setSpeedDialStatus(manager, String(ids.LineCode), 'blocked', proof),
      ),
    );
  });
});

it('a rebuild removes entries of records that are gone', async () => {
  await rolledBack(async (manager) => {
    await manager.query(`DELETE FROM help_line WHERE id = $1`, [ids.Line]);
    await manager.query(`DELETE FROM loaded_data WHERE name = 'read_model'`);
    await refreshReadModel(manager);
    const keys = Object.keys(await readModel(manager)).join();
    expect(keys).not.toContain(ids.Line);
    expect(keys).not.toContain(ids.LineCode);
  });
});
