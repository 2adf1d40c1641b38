import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { readSeedRecords, type SeedRecords } from '#seed';
import {
  idOf,
  ids,
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
const ELOY = 'eloy-detention-center';
const FLORENCE = 'florence-immigrant-and-refugee-rights-project';

/** The tables that still have one of these ids in a column, whichever it is. */
async function tablesWith(db: DataSource, gone: string[]): Promise<string[]> {
  const columns = await db.query<{ table: string; column: string }[]>(
    `SELECT table_name AS table, column_name AS column FROM information_schema.columns
      WHERE table_schema = 'public' AND data_type = 'uuid'`,
  );
  const found = [];
  for (const { table, column } of columns) {
    const sql = `SELECT FROM ${table} WHERE ${column} = ANY($1::uuid[])`;
    if ((await db.query(sql, [gone])).length > 0) found.push(`${table}.${column}`);
  }
  return found;
}

describe('loading records for the first time', () => {
  it('creates each once, with a complete read model', async () => {
    const db = await seededCopy();
    const records = readSeedRecords();
    const changes = await db.query(
      `SELECT action, count(*)::integer AS count, count(DISTINCT record_id)::integer AS records
         FROM change GROUP BY action`,
    );
    const { organizations, facilities, guides } = records;
    const count =
      organizations.length + records['help-lines'].length + facilities.length + guides.length;
    expect(changes).toEqual([{ action: 'created', count, records: count }]);
    const before = await readModel(db);
    await db.query(`DELETE FROM loaded_data WHERE name = 'read_model'`);
    await load(db);
    expect(await readModel(db)).toEqual(before);
  });
});

describe('another version of the files', () => {
  it('writes the record that is new, wherever it is inserted', async () => {
    const db = await seededCopy();
    const newIds = Array.from({ length: 5 }, () => randomUUID());
    const insert = (records: SeedRecords) => {
      const { organizations, facilities, guides, 'help-lines': lines } = records;
      const parts = { page: null, facilities: [], locations: [] };
      const aNewOne = (id: string) => ({ id, slug: 'a-new-one' });
      const [first, second, third, fourth, service] = newIds as [
        string,
        string,
        string,
        string,
        string,
      ];
      const angels = named(organizations, ANGELS);
      const services = angels.services.map((one) => ({ ...one, id: service }));
      organizations.unshift({ ...angels, ...aNewOne(first), ...parts, services });
      facilities.unshift({ ...named(facilities, ELOY), ...aNewOne(second), ice_code: 'NEW' });
      guides.unshift({ ...named(guides, 'cbp-one'), ...aNewOne(third), position: 15 });
      lines.unshift({ ...named(lines, 'findhello'), ...aNewOne(fourth), position: 15 });
    };
    const { report, changes } = await load(db, insert);
    const one = { organizations: 1, help_lines: 1, facilities: 1, guides: 1 };
    expect(report).toEqual({ ...NOTHING, ...one });
    expect(changes.map(({ kind, action }) => `${kind} ${action}`).sort()).toEqual([
      'facility created',
      'guide created',
      'help_line created',
      'organization created',
    ]);
    const inOrder = `FROM directory_card WHERE kind = 'help_line' ORDER BY sort_name, id LIMIT 2`;
    expect(await db.query(`SELECT slug ${inOrder}`)).toEqual([
      { slug: 'asap-membership' },
      { slug: 'a-new-one' },
    ]);
    expect(await load(db, insert)).toEqual({ report: NOTHING, changes: [] });
  });

  it('removes what is no longer in it, with all its rows, and updates what referred to it', async () => {
    const db = await seededCopy();
    const raices = await idOf(db, 'organization', 'raices');
    const hotline = await idOf(db, 'help_line', 'national-immigration-detention-hotline');
    const owner = await idOf(db, 'organization', 'freedom-for-immigrants');
    const eloy = await idOf(db, 'facility', ELOY);
    const dilley = await idOf(db, 'facility', 'dilley-immigration-processing-center');
    const guide = await idOf(db, 'guide', 'cbp-one');
    const gone = await ids(
      db,
      `SELECT id FROM service WHERE organization_id = '${raices}'
       UNION SELECT id FROM location WHERE organization_id = '${raices}'
       UNION SELECT id FROM speed_dial WHERE help_line_id = '${hotline}'`,
    );
    expect(gone.length).toBeGreaterThan(3);
    await db.query(
      `INSERT INTO suggestion (record_kind, record_id, text) VALUES ('organization', $1, 'Closed')`,
      [raices],
    );
    const removal = (records: SeedRecords) => {
      removeOrganization(records, 'raices');
      removeFacility(records, ELOY);
      remove(records['help-lines'], 'national-immigration-detention-hotline');
      remove(records.guides, 'cbp-one');
    };
    const { report, changes } = await load(db, removal);
    expect(report).toEqual({ ...NOTHING, organizations: 1, help_lines: 1, removed: 4 });
    expect(await tablesWith(db, [raices, hotline, eloy, guide, ...gone])).toEqual([]);
    const of = (id: string) => changes.filter((change) => change.id === id);
    for (const [kind, id] of [
      ['organization', raices],
      ['help_line', hotline],
      ['facility', eloy],
      ['guide', guide],
    ]) {
      expect(of(String(id))).toEqual([{ kind, id, action: 'deleted' }]);
    }
    expect(of(dilley)).toEqual([{ kind: 'facility', id: dilley, action: 'updated' }]);
    expect(of(owner)).toEqual([{ kind: 'organization', id: owner, action: 'updated' }]);
    const texts = await db.query<{ text: string }[]>(
      `SELECT card AS text FROM directory_card UNION ALL SELECT card FROM listing`,
    );
    for (const { text } of texts) {
      for (const word of [raices, '"9233#"', `"${ELOY}"`]) expect(text).not.toContain(word);
    }
    expect(await load(db, removal)).toEqual({ report: NOTHING, changes: [] });
    // The help line that had lost its organization is still the loader's.
    const changed = await load(db, (records) => {
      removal(records);
      named(records['help-lines'], 'raices-detention-hotlines').note = 'Another note';
    });
    expect(changed.report).toEqual({ ...NOTHING, help_lines: 1 });
  });

  it('removes translations that are no longer in it, except those that a person added or reviewed', async () => {
    const db = await seededCopy();
    const id = await idOf(db, 'organization', FLORENCE);
    await db.query(
      `UPDATE translation SET reviewed_by = 'Ana' WHERE organization_id = $1 AND field = 'hours'`,
      [id],
    );
    await db.query(
      `INSERT INTO translation (organization_id, field, language, text, source_hash)
       SELECT organization_id, field, 'fr', 'En cours', source_hash FROM translation
        WHERE organization_id = $1 AND field = 'description'`,
      [id],
    );
    const { report, changes } = await load(db, (records) => {
      records.translations = records.translations.filter(({ slug }) => slug !== FLORENCE);
    });
    expect(report).toEqual({ ...NOTHING, organizations: 1 });
    expect(changes).toContainEqual({ kind: 'organization', id, action: 'updated' });
    expect(
      await db.query(
        `SELECT field, language FROM translation WHERE organization_id = $1 ORDER BY 1`,
        [id],
      ),
    ).toEqual([
      { field: 'description', language: 'fr' },
      { field: 'hours', language: 'es' },
    ]);
  });

  it('lets two records exchange their slugs', async () => {
    const db = await seededCopy();
    const [eloy, adelanto] = [ELOY, 'adelanto-ice-processing-center'];
    const before = [await idOf(db, 'facility', eloy), await idOf(db, 'facility', adelanto)];
    await load(db, (records) => {
      renameFacility(records, eloy, 'between');
      renameFacility(records, adelanto, eloy);
      renameFacility(records, 'between', adelanto);
    });
    const after = [await idOf(db, 'facility', adelanto), await idOf(db, 'facility', eloy)];
    expect(after).toEqual(before);
    expect(await db.query(`SELECT FROM former_name`)).toEqual([]);
  });

  it('writes places in place, and removes those that are gone', async () => {
    const db = await seededCopy();
    const organization = await idOf(db, 'organization', 'raices');
    const austin = await idOf(db, 'location', 'raices-austin');
    await db.query(
      `INSERT INTO accessibility (id, location_id, description)
       SELECT gen_random_uuid(), id, 'A ramp' FROM location WHERE organization_id = $1`,
      [organization],
    );
    await load(db, ({ organizations }) => {
      const raices = named(organizations, 'raices');
      raices.locations = raices.locations.filter(({ slug }) => slug !== 'raices-houston');
      named(raices.locations, 'raices-austin').name = 'Another name';
    });
    expect(
      await db.query(
        `SELECT location.slug, location.id = $2 AS is_austin, location.name, accessibility.description
           FROM location JOIN accessibility ON location_id = location.id
          WHERE organization_id = $1 ORDER BY slug`,
        [organization, austin],
      ),
    ).toMatchObject([
      { slug: 'raices-austin', is_austin: true, name: 'Another name', description: 'A ramp' },
      { slug: 'raices-san-antonio', is_austin: false, description: 'A ramp' },
    ]);
  });

  it('is refused when a record refers to one that it does not contain', async () => {
    const db = await seededCopy();
    const loading = load(db, ({ facilities }) => remove(facilities, ELOY));
    await expect(loading).rejects.toThrow(`The organization ${FLORENCE} refers to ${ELOY}`);
  });
});

it('a rebuilt read model is announced for every record, and loses what is stale', async () => {
  const db = await seededCopy();
  expect(await load(db)).toEqual({ report: NOTHING, changes: [] });
  const before = await readModel(db);
  await db.query(
    `INSERT INTO directory_card SELECT (jsonb_populate_record(directory_card,
       jsonb_build_object('id', gen_random_uuid(), 'slug', 'stale'))).*
       FROM directory_card WHERE kind = 'facility' LIMIT 1`,
  );
  await db.query(`UPDATE loaded_data SET hash = 'older' WHERE name = 'read_model'`);
  const { report, changes } = await load(db);
  expect(report).toEqual(NOTHING);
  const of = (action: string) =>
    changes.filter((change) => change.action === action).map(({ id }) => id);
  expect(of('updated').sort()).toEqual(
    await ids(
      db,
      `SELECT id FROM organization UNION SELECT id FROM help_line UNION SELECT id FROM facility
        ORDER BY 1`,
    ),
  );
  expect(of('deleted')).toHaveLength(1);
  expect(await readModel(db)).toEqual(before);
  expect(await load(db)).toEqual({ report: NOTHING, changes: [] });
});
