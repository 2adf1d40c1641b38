import type { EntityManager } from 'typeorm';
import type { SpeedDialRecord, SpeedDialStatus } from '#contract';
import { inTransaction } from '#database';
import {
  addSpeedDial,
  changeSpeedDial,
  EditRejectedError,
  publishChange,
  removeSpeedDial,
  type SpeedDialProof,
  setSpeedDialStatus,
} from '#directory';
import { loadSeed } from '#seed';
import { engine } from '../../../../test/database/test-databases.ts';
import { aFacility } from '../../../../test/directory/builders.ts';
import { sharedTestApp } from '../support/test-app.ts';

const OWNER = 'annunciation-house';
const EL_PASO = 'el-paso-service-processing-center';
const ELOY = 'eloy-detention-center';
const NOWHERE = '00000000-0000-4000-8000-000000000000';
const PROOF: SpeedDialProof = {
  date: '2026-03-01',
  what: 'A person held in Eloy dialled it.',
  source_url: 'https://example.org/dialled',
};

const at = sharedTestApp();
afterEach(async () => {
  for (const { id } of await at.db.query(`SELECT id FROM speed_dial WHERE code LIKE '44%'`)) {
    await edit((manager) => removeSpeedDial(manager, id));
  }
});
afterAll(async () => {
  await at.db.query(
    `UPDATE organization SET edited_at = NULL, seed_hash = 'given back' WHERE slug = $1`,
    [OWNER],
  );
  await loadSeed(at.db);
});

async function edit<Result>(work: (manager: EntityManager) => Promise<Result>): Promise<Result> {
  const result = await inTransaction(at.db, work);
  await at.settle();
  return result;
}

const add = (code = '4411#', scope: string[] | null = null) =>
  edit((manager) => addSpeedDial(manager, OWNER, { code, scope, note: null }));
const setStatus = (id: string, status: SpeedDialStatus, proof: Partial<SpeedDialProof> = {}) =>
  edit((manager) => setSpeedDialStatus(manager, id, status, { ...PROOF, ...proof }));

async function one(id: string): Promise<SpeedDialRecord> {
  return (await at.api.get(`/v1/speed-dials/${id}`)).body;
}

async function codesAt(facility: string): Promise<string[]> {
  const { body } = await at.api.get(`/v1/facilities/${facility}/help`);
  return body.speed_dials.map(({ code }: SpeedDialRecord) => code);
}

async function codesOfOwner(): Promise<unknown[]> {
  const { body } = await at.api.get(`/v1/organizations/${OWNER}`);
  return body.listings[0].speed_dials;
}

describe('a code that is put on record', () => {
  it('is told at once wherever codes are told, and nobody has shown yet that it works', async () => {
    const id = await add();
    const told = { code: '4411#', status: 'unverified', scope: null, verified_at: null };
    expect(await one(id)).toMatchObject({ ...told, owner: { slug: OWNER }, history: [] });
    expect(await codesAt(ELOY)).toContain('4411#');
    expect(await codesOfOwner()).toMatchObject([told]);
  });

  it('belongs to the facilities that are named, until others are', async () => {
    const id = await add('4412#', [EL_PASO]);
    expect(await codesAt(EL_PASO)).toContain('4412#');
    expect(await codesAt(ELOY)).not.toContain('4412#');
    await edit((manager) => changeSpeedDial(manager, id, { scope: [ELOY], note: 'Dial slowly.' }));
    expect(await codesAt(EL_PASO)).not.toContain('4412#');
    expect(await codesAt(ELOY)).toContain('4412#');
    expect(await one(id)).toMatchObject({ code: '4412#', scope: [ELOY], note: 'Dial slowly.' });
  });

  it('is gone everywhere when it is removed', async () => {
    const id = await add();
    await edit((manager) => removeSpeedDial(manager, id));
    expect((await at.api.get(`/v1/speed-dials/${id}`)).status).toBe(404);
    expect(await codesAt(ELOY)).not.toContain('4411#');
    expect(await codesOfOwner()).toEqual([]);
  });

  it('stays when the records are loaded again', async () => {
    const id = await add();
    // As if the file told something new of the owner.
    await at.db.query(`UPDATE organization SET seed_hash = 'older' WHERE slug = $1`, [OWNER]);
    await loadSeed(at.db);
    await at.settle();
    expect(await one(id)).toMatchObject({ code: '4411#' });
  });
});

describe('a code of one facility', () => {
  it.each([
    ['the facility is deleted', `DELETE FROM facility WHERE slug = '${ELOY}'`, /4414#/],
    ['its facilities are deleted', `DELETE FROM speed_dial_facility`, /4414# is limited/],
    [
      'its scope alone is changed',
      `UPDATE speed_dial SET scope = 'everywhere' WHERE code = '4414#'`,
      /4414# works everywhere, but/,
    ],
  ])('never works in all because %s: the database refuses it', async (_, sql, refusal) => {
    const id = await add('4414#', [ELOY]);
    await expect(at.db.query(sql)).rejects.toThrow(refusal);
    // Rebuilds what is shown of it from what is stored.
    await edit((manager) => changeSpeedDial(manager, id, { note: 'Dial slowly.' }));
    expect(await one(id)).toMatchObject({ scope: [ELOY], note: 'Dial slowly.' });
    expect(await codesAt(EL_PASO)).not.toContain('4414#');
    expect(await codesOfOwner()).toMatchObject([{ code: '4414#', scope: [ELOY] }]);
  });

  it('goes with its list of facilities, and then the facility can go', async () => {
    const { id: facility, slug } = await aFacility(at.db, 'A facility to close');
    const id = await add('4415#', [slug]);
    const remove = () =>
      edit(async (manager) => {
        await manager.query(`DELETE FROM facility WHERE id = $1`, [facility]);
        await publishChange(manager, 'facility', [{ id: facility, action: 'deleted' }]);
      });
    await expect(remove()).rejects.toThrow(`${slug} cannot be deleted`);
    await edit((manager) => removeSpeedDial(manager, id));
    await remove();
    expect((await at.api.get(`/v1/facilities/${slug}`)).status).toBe(404);
  });

  it.skipIf(engine === 'embedded')('keeps one when two people each take one away', async () => {
    const id = await add('4416#', [ELOY, EL_PASO]);
    const takeAway = `DELETE FROM speed_dial_facility USING facility
      WHERE facility.id = facility_id AND speed_dial_id = $1 AND slug = $2`;
    const other = at.db.createQueryRunner();
    await other.startTransaction();
    const [{ pid }] = await other.query(`SELECT pg_backend_pid() AS pid`);
    await other.query(takeAway, [id, EL_PASO]);
    let committed = false;
    const { outcome } = await at.db.transaction(async (manager) => {
      await manager.query(takeAway, [id, ELOY]);
      await manager.query('SET CONSTRAINTS ALL IMMEDIATE');
      const commit = other.commitTransaction().finally(() => {
        committed = true;
      });
      const waits = `SELECT cardinality(pg_blocking_pids($1)) > 0 AS waits`;
      while (!committed && !(await manager.query(waits, [pid]))[0].waits);
      return { outcome: commit.then(() => 'committed').catch((error: Error) => error.message) };
    });
    expect(await outcome).toMatch(/4416# is limited/);
    await other.rollbackTransaction();
    await other.release();
  });
});

describe('the status of a code', () => {
  it('is set with its proof, which joins the history, and is the day it was verified', async () => {
    const id = await add();
    await setStatus(id, 'working');
    expect(await one(id)).toMatchObject({
      status: 'working',
      verified_at: expect.stringMatching(/^2026-03-01/),
      history: [{ status: 'working', ...PROOF }],
    });
    await setStatus(id, 'blocked', { date: '2026-04-02' });
    expect(await codesAt(ELOY)).not.toContain('4411#');
    expect(await codesOfOwner()).toMatchObject([{ status: 'blocked' }]);
    await setStatus(id, 'unverified', { date: '2026-05-03' });
    expect(await one(id)).toMatchObject({ status: 'unverified', verified_at: null });
    expect((await one(id)).history.map(({ status }) => status)).toEqual([
      'working',
      'blocked',
      'unverified',
    ]);
  });
});

it('a code that was found to work is unverified again when another is said, or other facilities', async () => {
  const id = await add();
  const change = async (fields: Parameters<typeof changeSpeedDial>[2]) => {
    await edit((manager) => changeSpeedDial(manager, id, fields));
    const { status, verified_at } = await one(id);
    return { status, verified: verified_at !== null };
  };
  await setStatus(id, 'working');
  expect(await change({ note: 'Dial slowly.' })).toEqual({ status: 'working', verified: true });
  expect(await change({ scope: [ELOY] })).toEqual({ status: 'unverified', verified: false });
  await setStatus(id, 'blocked', { date: '2026-04-02' });
  expect(await change({ scope: null })).toEqual({ status: 'blocked', verified: true });
  await setStatus(id, 'working', { date: '2026-05-03' });
  expect(await change({ code: '4410#' })).toEqual({ status: 'unverified', verified: false });
});

describe('an edit that would be untrue is refused, and nothing is written', () => {
  const refused = async (work: Promise<unknown>): Promise<[string, string]> => {
    const error = await work.then(
      () => null,
      (reason: unknown) => reason,
    );
    expect(error).toBeInstanceOf(EditRejectedError);
    const { field, detail } = error as EditRejectedError;
    return [field, detail];
  };
  const everything = () =>
    at.db.query(`SELECT code, status, note FROM speed_dial ORDER BY code, status`);

  it.each([
    ['a code with a letter', () => add('44a#'), 'code', /2 to 8 digits/],
    ['a code of somebody else', () => add('9233#'), 'code', /Detention Hotline/],
    ['a facility that is not known', () => add('44#', ['atlantis']), 'scope', /atlantis/],
    [
      'an owner that is not known',
      () => edit((m) => addSpeedDial(m, 'atlantis', { code: '44#', scope: null, note: null })),
      'owner',
      /called atlantis/,
    ],
    ['a code that is not on record', () => setStatus(NOWHERE, 'working'), 'id', /no code/],
    ['what is no id', () => setStatus('9233#', 'working'), 'id', /no code/],
  ])('%s', async (_, work, field, detail) => {
    const before = await everything();
    expect(await refused(work())).toEqual([field, expect.stringMatching(detail)]);
    expect(await everything()).toEqual(before);
  });

  it.each([
    ['a month', { date: '2026-03' }, 'date', /the day/],
    ['a day that is none', { date: '2026-02-31' }, 'date', /of the calendar/],
    ['a day to come', { date: '2999-01-01' }, 'date', /yet to come/],
    ['a day before what is on record', { date: '2026-02-01' }, 'date', /2026-03-01 is on record/],
    ['a source that is no address', { source_url: 'javascript:1' }, 'source_url', /https/],
  ])('a status with %s', async (_, proof, field, detail) => {
    const id = await add();
    await setStatus(id, 'working');
    expect(await refused(setStatus(id, 'blocked', proof))).toEqual([
      field,
      expect.stringMatching(detail),
    ]);
    expect(await one(id)).toMatchObject({ status: 'working', history: [{ date: '2026-03-01' }] });
  });

  it('the same code twice where it would work for both, and not where it would not', async () => {
    await add('4413#', [EL_PASO]);
    expect(await refused(add('4413#', [EL_PASO, ELOY]))).toMatchObject(['code', /already/]);
    expect(await refused(add('4413#'))).toMatchObject(['code', /already/]);
    await add('4413#', [ELOY]);
  });
});
