import { randomUUID } from 'node:crypto';
import type { BulkChange, BulkResult, EditedKind } from '#contract';
import {
  aDocument,
  addOrganization,
  anEditor,
  type Editor,
  removeEditors,
  revision,
} from '../editing/editor.ts';
import { sharedTestApp } from '../support/test-app.ts';

const at = sharedTestApp();
let reviewer: Editor;
let texan: Editor;
beforeAll(async () => {
  reviewer = await anEditor(at);
  texan = await anEditor(at, { role: 'editor', scope: { regions: ['US-TX'] } });
});
afterAll(async () => {
  await at.db.query(`DELETE FROM verification`);
  await at.db.query(`DELETE FROM verification_request`);
  await removeEditors(at);
});

interface Selected {
  kind: EditedKind;
  id: string;
  version: number;
}

const SPANISH: BulkChange = { action: 'add', field: 'languages', value: 'ht' };
const WEBSITE: BulkChange = { action: 'set', field: 'website', value: 'https://example.org/all' };

const added = async (parts = {}, by = reviewer): Promise<Selected> => {
  const { id, kind, version } = (await addOrganization(by, parts)).body;
  return { id, kind, version };
};
const send = async (
  by: Editor,
  change: BulkChange,
  records: Selected[],
  key: string = randomUUID(),
) => {
  const note = change.field === null ? null : revision;
  const body = { change, revision: note, records };
  return await by.post('/v1/admin/bulk-changes', body, { 'idempotency-key': key });
};
const undo = async (by: Editor, id: string) =>
  await by.post(`/v1/admin/bulk-changes/${id}/undo`, undefined);
const outcomes = ({ body }: { body: { results: BulkResult[] } }) =>
  body.results.map(({ outcome }) => outcome);
const read = async ({ id }: Selected, by = reviewer) =>
  (await by.get(`/v1/admin/organizations/${id}`)).body;
const languages = async (record: Selected) => (await read(record)).document.services[0].languages;

describe('a bulk change', () => {
  it('changes every record that was selected, each as a revision, and is undone as one', async () => {
    const records = [await added(), await added(), await added()];
    const changed = await send(reviewer, SPANISH, records);
    expect(outcomes(changed)).toEqual(['done', 'done', 'done']);
    for (const record of records) expect(await languages(record)).toEqual(['en', 'es', 'ht']);
    const history = await reviewer.get(`/v1/admin/organizations/${records[0]?.id}/revisions`);
    expect(history.body.items[0]).toMatchObject({
      action: 'updated',
      version: 2,
      reason: 'They called.',
    });
    const undone = await undo(reviewer, changed.body.id);
    expect(outcomes(undone)).toEqual(['done', 'done', 'done']);
    expect(undone.body.left).toBe(0);
    for (const record of records) {
      const now = await read(record);
      expect([now.version, now.document.services[0].languages]).toEqual([3, ['en', 'es']]);
    }
  });

  it('is sent again without changing anything again, with the same results', async () => {
    const records = [await added(), await added({ services: [] })];
    const key = randomUUID();
    const first = await send(reviewer, SPANISH, records, key);
    expect(outcomes(first)).toEqual(['done', 'refused']);
    const second = await send(reviewer, SPANISH, records, key);
    expect(second.body).toEqual(first.body);
    expect((await read(records[0] as Selected)).version).toBe(2);
    const another = await send(reviewer, WEBSITE, records, key);
    expect(another.status).toBe(409);
  });

  it('is sent in parts, which are undone together', async () => {
    const [one, two] = [await added(), await added()];
    const key = randomUUID();
    const first = await send(reviewer, WEBSITE, [one], key);
    const second = await send(reviewer, WEBSITE, [two], key);
    expect(second.body.id).toBe(first.body.id);
    await undo(reviewer, first.body.id);
    for (const record of [one, two]) {
      expect((await read(record)).document.website).toBe('https://example.org');
    }
    expect((await send(reviewer, WEBSITE, [await added()], key)).status).toBe(409);
  });

  it('leaves a record alone that somebody changed after it was selected', async () => {
    const [one, two] = [await added(), await added()];
    const { document } = await read(one);
    const edit = { document: { ...document, name: 'Renamed meanwhile' }, revision };
    await reviewer.put(`/v1/admin/organizations/${one.id}`, edit, 1);
    expect(outcomes(await send(reviewer, WEBSITE, [one, two]))).toEqual(['changed_since', 'done']);
    const now = await read(one);
    expect([now.version, now.document.website]).toEqual([2, 'https://example.org']);
  });

  it('is undone where nobody has changed the record since, and says where somebody did', async () => {
    const [one, two] = [await added(), await added()];
    const changed = await send(reviewer, WEBSITE, [one, two]);
    const { document } = await read(one);
    const edit = { document: { ...document, name: 'Renamed since' }, revision };
    await reviewer.put(`/v1/admin/organizations/${one.id}`, edit, 2);
    const { body } = await undo(reviewer, changed.body.id);
    const byId = new Map(body.results.map((result: BulkResult) => [result.id, result.outcome]));
    expect([byId.get(one.id), byId.get(two.id)]).toEqual(['changed_since', 'done']);
    expect((await read(one)).document).toMatchObject({
      name: 'Renamed since',
      website: 'https://example.org/all',
    });
    expect((await read(two)).document.website).toBe('https://example.org');
  });

  it('changes what is already so not again', async () => {
    const record = await added({ website: 'https://example.org/all' });
    expect(outcomes(await send(reviewer, WEBSITE, [record]))).toEqual(['unchanged']);
    expect((await read(record)).version).toBe(1);
  });

  it('of an editor reaches no record of another region', async () => {
    const document = aDocument();
    const places = document.places.map((place) => ({
      ...place,
      addresses: place.addresses.map((one) => ({ ...one, region: 'US-NM', city: 'Las Cruces' })),
    }));
    const outside = await added({ ...document, places });
    const inside = await added({}, texan);
    const changed = await send(texan, WEBSITE, [outside, inside]);
    expect(outcomes(changed)).toEqual(['not_found', 'done']);
    expect((await read(outside)).version).toBe(1);
    const asked = await send(
      texan,
      { ...WEBSITE, action: 'request_verification', field: null, value: null },
      [outside],
    );
    expect(outcomes(asked)).toEqual(['not_found']);
    expect((await undo(reviewer, changed.body.id)).status).toBe(404);
  });

  it('keeps the street of a private place that its author may not see', async () => {
    const blind = await anEditor(at, { confidential: false });
    const document = aDocument();
    const places = document.places.map((place) => ({ ...place, visibility: 'area' as const }));
    const record = await added({ ...document, places });
    const changed = await send(blind, WEBSITE, [record]);
    expect(outcomes(changed)).toEqual(['done']);
    expect(JSON.stringify(changed.body)).not.toContain('Test Street');
    const street = async () => (await read(record)).document.places[0].addresses[0].address_1;
    expect(await street()).toBe('1 Test Street');
    expect(outcomes(await undo(blind, changed.body.id))).toEqual(['done']);
    expect(await street()).toBe('1 Test Street');
  });

  it.each<[string, object]>([
    ['a status', { action: 'set', field: 'status', value: 'closed' }],
    ['a code', { action: 'add', field: 'speed_dials', value: '9233#' }],
    ['a website that is a script', { action: 'set', field: 'website', value: 'javascript:x' }],
    ['a language that is none', { action: 'add', field: 'languages', value: 'Spanish' }],
    ['no field', { action: 'set', field: null, value: null }],
  ])('is refused with %s', async (_, change) => {
    const record = await added();
    const { status, body } = await send(reviewer, change as BulkChange, [record]);
    expect([status, body.errors[0].name]).toEqual([400, expect.stringMatching(/^change\./)]);
  });

  it('is refused without a source, without a key, and of too many records', async () => {
    const record = await added();
    const body = { change: WEBSITE, revision: null, records: [record] };
    const key = { 'idempotency-key': randomUUID() };
    expect((await reviewer.post('/v1/admin/bulk-changes', body, key)).status).toBe(400);
    const whole = { ...body, revision };
    expect((await reviewer.post('/v1/admin/bulk-changes', whole)).status).toBe(400);
    const records = Array.from({ length: 101 }, () => ({ ...record, id: randomUUID() }));
    const many = await reviewer.post('/v1/admin/bulk-changes', { ...whole, records }, key);
    expect(many.status).toBe(400);
    for (let part = 0; part < 5; part += 1) {
      const ids = records.slice(1).map((one) => ({ ...one, id: randomUUID() }));
      expect((await send(reviewer, WEBSITE, ids, 'many')).status).toBe(200);
    }
    expect((await send(reviewer, WEBSITE, [record], 'many')).status).toBe(409);
  });

  it('stands in the list of its author', async () => {
    const changed = await send(reviewer, WEBSITE, [await added()]);
    const { items } = (await reviewer.get('/v1/admin/bulk-changes')).body;
    const found = items.find(({ id }: { id: string }) => id === changed.body.id);
    expect(found).toMatchObject({ change: WEBSITE, done: 1, undone_at: null });
    const others = (await texan.get('/v1/admin/bulk-changes')).body.items;
    expect(others.map(({ id }: { id: string }) => id)).not.toContain(changed.body.id);
  });
});

describe('records that somebody looks after', () => {
  const assign = (value: string | null): BulkChange => ({ action: 'assign', field: null, value });
  const mine = async (by: Editor, path: string) =>
    (await by.get(`/v1/admin/${path}assigned=me`)).body;

  it('stand in their lists and in their queue, until that is undone', async () => {
    const record = await added();
    const first = await send(reviewer, assign(reviewer.id), [record]);
    const changed = await send(reviewer, assign(texan.id), [record]);
    expect([outcomes(first), outcomes(changed)]).toEqual([['done'], ['done']]);
    const list = await mine(texan, 'records?');
    expect(list.items).toMatchObject([{ id: record.id, assignee: { id: texan.id } }]);
    const queue = await mine(texan, 'verification-queue?');
    expect([queue.total, queue.items[0].record.id]).toEqual([1, record.id]);
    expect((await texan.get('/v1/admin/overview')).body.assigned).toEqual({ total: 1, due: 1 });
    expect(outcomes(await undo(reviewer, changed.body.id))).toEqual(['done']);
    expect((await mine(texan, 'records?')).total).toBe(0);
    expect((await mine(reviewer, 'records?')).items).toMatchObject([{ id: record.id }]);
    expect((await read(record)).version).toBe(1);
    expect(outcomes(await undo(reviewer, first.body.id))).toEqual(['done']);
  });

  it('are given to people who may verify them, and to no others', async () => {
    const contributor = await anEditor(at, { role: 'contributor' });
    const californian = await anEditor(at, { role: 'editor', scope: { regions: ['US-CA'] } });
    const record = await added();
    const { items } = (await texan.get('/v1/admin/assignees')).body;
    const ids = items.map(({ id }: { id: string }) => id);
    expect(ids).toEqual(expect.arrayContaining([reviewer.id, texan.id, californian.id]));
    expect(ids).not.toContain(contributor.id);
    expect((await send(reviewer, assign(contributor.id), [record])).status).toBe(400);
    const { body } = await send(reviewer, assign(californian.id), [record]);
    expect(body.results).toMatchObject([{ outcome: 'refused', detail: 'They may not verify it.' }]);
  });

  it('are nobody’s when the account is gone', async () => {
    const leaving = await anEditor(at);
    const record = await added();
    await send(reviewer, assign(leaving.id), [record]);
    await at.db.query(`DELETE FROM account_user WHERE id = $1`, [leaving.id]);
    const { document } = await read(record);
    const { items } = (await reviewer.get(`/v1/admin/records?q=${document.slug}&assigned=nobody`))
      .body;
    expect(items).toMatchObject([{ id: record.id, assignee: null }]);
  });
});

describe('records that somebody wants to have verified', () => {
  const request: BulkChange = { action: 'request_verification', field: null, value: null };
  const harmOf = async (record: Selected) => {
    await send(reviewer, { action: 'assign', field: null, value: texan.id }, [record]);
    const { items } = (await texan.get('/v1/admin/verification-queue?assigned=me&limit=20')).body;
    return items.find((item: { record: { id: string } }) => item.record.id === record.id)?.harm;
  };
  const today = new Date().toISOString().slice(0, 10);
  const stillRight = { outcome: 'still_right', method: 'phone', note: null, date: today };
  const verified = async () => {
    const record = await added();
    const url = `/v1/admin/organizations/${record.id}/verifications`;
    await reviewer.post(url, stillRight, { 'if-match': '"1"' });
    return record;
  };

  it('are in the queue though they are not due, until somebody verifies them', async () => {
    const record = await verified();
    expect(await harmOf(record)).toBeUndefined();
    expect(outcomes(await send(reviewer, request, [record]))).toEqual(['done']);
    expect(outcomes(await send(reviewer, request, [record]))).toEqual(['unchanged']);
    expect(await harmOf(record)).toBe('requested');
    const url = `/v1/admin/organizations/${record.id}/verifications`;
    await reviewer.post(url, stillRight, { 'if-match': '"2"' });
    expect(await harmOf(record)).toBeUndefined();
  });

  it('are no longer when that is undone', async () => {
    const record = await verified();
    const changed = await send(reviewer, request, [record]);
    expect(outcomes(await undo(reviewer, changed.body.id))).toEqual(['done']);
    expect(await harmOf(record)).toBeUndefined();
  });
});

describe('saved views', () => {
  it('are stored by name for their account alone, and removed', async () => {
    const store = (query: string) =>
      reviewer.post('/v1/admin/saved-views', { name: 'Texas', query });
    const views = async (by: Editor) => (await by.get('/v1/admin/saved-views')).body.items;
    await store('region=US-TX');
    const { body } = await store('region=US-TX&due=never');
    expect(await views(reviewer)).toEqual([
      { id: body.id, name: 'Texas', query: 'region=US-TX&due=never' },
    ]);
    expect(await views(texan)).toEqual([]);
    expect((await texan.get('/v1/admin/saved-views')).status).toBe(200);
    const path = `/v1/admin/saved-views/${body.id}`;
    expect((await texan.delete(path, 1)).status).toBe(404);
    expect((await reviewer.delete(path, 1)).status).toBe(200);
    expect(await views(reviewer)).toEqual([]);
  });
});
