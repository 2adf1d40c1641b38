import type { ReviewedSuggestion } from '#contract';
import { sharedTestApp } from '../support/test-app.ts';
import { addOrganization, anEditor, type Editor, removeEditors, revision } from './editor.ts';

const at = sharedTestApp();
let reviewer: Editor;
let other: Editor;
let contributor: Editor;
beforeAll(async () => {
  reviewer = await anEditor(at);
  other = await anEditor(at);
  contributor = await anEditor(at, { role: 'contributor' });
});
afterEach(async () => {
  await at.db.query(`DELETE FROM suggestion`);
});
afterAll(() => removeEditors(at));

const urlOf = (id: string) => `/v1/admin/organizations/${id}`;
const match = { 'if-match': '"1"' };
const queue = async (): Promise<ReviewedSuggestion[]> =>
  (await reviewer.get('/v1/admin/suggestions')).body.items;
const accept = async (editor: Editor, id: string, body: object = {}) =>
  await editor.post(`/v1/admin/suggestions/${id}/accept`, body);

/** A record, and the id of a proposal of a contributor to change it. */
async function proposed(parts: object, by = contributor) {
  const { body: record } = await addOrganization(reviewer);
  const document = { ...record.document, ...parts };
  const sent = await by.post(`${urlOf(record.id)}/proposals`, { document, revision }, match);
  expect([sent.status, sent.body]).toEqual([201, { id: expect.any(String) }]);
  return { record, id: sent.body.id as string };
}

describe('a proposal', () => {
  it('waits with what it would change, and is accepted as a revision', async () => {
    const { record, id } = await proposed({
      website: 'https://new.example.org',
      description: 'New',
    });
    const [item] = await queue();
    expect(item).toMatchObject({
      id,
      origin: 'proposal',
      author: { id: contributor.id },
      text: 'They called.',
      record: { id: record.id, version: 1 },
      four_eyes: false,
    });
    expect(item?.differences.map(({ path }) => path).sort()).toEqual(['/description', '/website']);
    const { body: result } = await accept(reviewer, id);
    expect(result).toMatchObject({ id, state: 'accepted' });
    const { body: now } = await reviewer.get(urlOf(record.id));
    expect(now.document).toEqual({
      ...record.document,
      website: 'https://new.example.org',
      description: 'New',
    });
    const { body: made } = await reviewer.get(`${urlOf(record.id)}/revisions/${result.revision}`);
    expect(made).toMatchObject({ author: { id: reviewer.id }, source: revision.source });
    expect(await queue()).toEqual([]);
    await at.settle();
    expect((await at.api.get(`/v1/listings/${record.document.slug}`)).body.description).toBe('New');
  });

  it('is accepted in part', async () => {
    const { record, id } = await proposed({
      website: 'https://new.example.org',
      description: 'New',
    });
    expect((await accept(reviewer, id, { paths: ['/nothing'] })).status).toBe(409);
    expect((await accept(reviewer, id, { paths: ['/website'] })).status).toBe(200);
    const { document } = (await reviewer.get(urlOf(record.id))).body;
    expect(document).toEqual({ ...record.document, website: 'https://new.example.org' });
  });

  it('is accepted as its reviewer edited it', async () => {
    const { record, id } = await proposed({ description: 'Nwe' });
    const document = { ...record.document, description: 'New' };
    const wrong = { document: { ...document, website: 'x' }, revision, version: 1 };
    expect((await accept(reviewer, id, wrong)).body.errors).toMatchObject([
      { name: 'document.website' },
    ]);
    expect((await accept(reviewer, id, { document })).body.errors).toMatchObject([
      { name: 'version' },
    ]);
    expect((await accept(reviewer, id, { document, version: 1 })).body.errors).toMatchObject([
      { name: 'revision' },
    ]);
    const stale = await accept(reviewer, id, { document, revision, version: 2 });
    expect([stale.status, stale.body.current.version]).toEqual([412, 1]);
    expect((await accept(reviewer, id, { document, revision, version: 1 })).status).toBe(200);
    expect((await reviewer.get(urlOf(record.id))).body.document.description).toBe('New');
  });

  it('changes only what it was about, though the record has changed since', async () => {
    const { record, id } = await proposed({ description: 'New' });
    const document = { ...record.document, name: 'Renamed' };
    await reviewer.put(urlOf(record.id), { document, revision }, 1);
    expect((await accept(reviewer, id)).status).toBe(200);
    const now = (await reviewer.get(urlOf(record.id))).body.document;
    expect(now).toMatchObject({ name: 'Renamed', description: 'New' });
  });

  it('is not accepted where the record no longer has what it changes', async () => {
    const { body: record } = await addOrganization(reviewer);
    const [phone] = record.document.phones;
    const document = { ...record.document, phones: [{ ...phone, label: 'Office' }] };
    const { body: sent } = await contributor.post(
      `${urlOf(record.id)}/proposals`,
      { document, revision },
      match,
    );
    const without = { ...record.document, phones: [] };
    await reviewer.put(urlOf(record.id), { document: without, revision }, 1);
    expect((await accept(reviewer, sent.id)).status).toBe(409);
    expect((await reviewer.get(urlOf(record.id))).body).toMatchObject({
      version: 2,
      document: without,
    });
    expect((await queue()).map(({ id }) => id)).toEqual([sent.id]);
  });

  it('is handled once, also when two accept it at the same time', async () => {
    const { record, id } = await proposed({ description: 'New' });
    const attempts = await Promise.all([
      accept(reviewer, id),
      accept(other, id),
      accept(reviewer, id),
    ]);
    expect(attempts.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    const late = await reviewer.post(`/v1/admin/suggestions/${id}/reject`, { reason: 'No.' });
    expect(late.status).toBe(409);
    expect((await reviewer.get(urlOf(record.id))).body.version).toBe(2);
  });

  it('is rejected with a reason, and changes nothing', async () => {
    const { record, id } = await proposed({ description: 'New' });
    const without = await reviewer.post(`/v1/admin/suggestions/${id}/reject`, {});
    expect(without.body.errors).toMatchObject([{ name: 'reason' }]);
    const rejected = await reviewer.post(`/v1/admin/suggestions/${id}/reject`, {
      reason: 'Not so.',
    });
    expect(rejected.body).toEqual({ id, state: 'declined', revision: null });
    expect((await reviewer.get(urlOf(record.id))).body.version).toBe(1);
    expect(await queue()).toEqual([]);
  });

  const dial = {
    facility_ids: null,
    status: 'unverified',
    verified_at: null,
    note: null,
    history: [],
  };
  it.each([
    ['a code', { speed_dials: [{ ...dial, code: '8123#' }] }],
    [
      'a closure',
      { status: 'closed', closure: { closed_on: null, what_happened: 'Gone.', still_there: null } },
    ],
  ])('about %s is not accepted by its author', async (_, parts) => {
    const { record, id } = await proposed(parts, reviewer);
    expect((await queue())[0]).toMatchObject({ id, four_eyes: true });
    expect((await accept(reviewer, id)).status).toBe(403);
    expect((await reviewer.get(urlOf(record.id))).body.version).toBe(1);
    expect((await accept(other, id)).status).toBe(200);
    expect((await reviewer.get(urlOf(record.id))).body.document).toMatchObject(parts);
  });

  it('is answered: its author reads what became of it, and nobody else does', async () => {
    const { id } = await proposed({ description: 'Not true.' });
    const { id: second } = await proposed({ description: 'True.' });
    const waiting = (await contributor.get('/v1/admin/own-proposals')).body.items;
    expect(waiting.slice(0, 2)).toMatchObject([
      { id: second, state: 'open', decision: null },
      { id, state: 'open', decision: null },
    ]);
    await reviewer.post(`/v1/admin/suggestions/${id}/reject`, { reason: 'They say no.' });
    expect((await accept(other, second, { reply: 'Thank you.' })).status).toBe(200);
    const { body } = await contributor.get('/v1/admin/own-proposals');
    expect(body.items.slice(0, 2)).toMatchObject([
      { id: second, state: 'accepted', decision: { reply: 'Thank you.' } },
      { id, state: 'declined', decision: { reply: 'They say no.' } },
    ]);
    expect((await other.get('/v1/admin/own-proposals')).body.items).toEqual([]);
  });

  it('about an ordinary thing is accepted by its author', async () => {
    const { id } = await proposed({ description: 'New' }, reviewer);
    expect((await accept(reviewer, id)).status).toBe(200);
  });

  it('to delete a record is accepted by somebody else', async () => {
    const { body: record } = await addOrganization(reviewer);
    const url = `${urlOf(record.id)}/deletion-proposals`;
    const { body: sent } = await reviewer.post(url, { revision }, match);
    expect((await accept(reviewer, sent.id)).status).toBe(403);
    expect((await accept(other, sent.id)).status).toBe(200);
    expect((await reviewer.get(urlOf(record.id))).status).toBe(404);
  });
});

describe('what readers and files suggest', () => {
  it('stands in the queue, the most harmful first', async () => {
    const tell = async (text: string) => {
      const body = { kind: 'listing', slug: 'annunciation-house', text };
      expect((await at.api.post('/v1/suggestions', body)).status).toBe(202);
    };
    await tell('A letter of the street is missing.');
    await tell('<b>Ya está cerrado</b>');
    const [first, second] = await queue();
    expect(first).toMatchObject({
      origin: 'reader',
      action: 'note',
      text: '<b>Ya está cerrado</b>',
      author: null,
      record: { kind: 'organization', slug: 'annunciation-house' },
      differences: [],
    });
    expect(second?.text).toBe('A letter of the street is missing.');
    expect((await accept(reviewer, String(first?.id))).body.revision).toBeNull();
    expect((await queue()).length).toBe(1);
  });

  it('of a file is a difference, which can be accepted', async () => {
    const { body: record } = await addOrganization(reviewer);
    const { slug, name, phones } = record.document;
    const file = {
      slug,
      name,
      description: 'As the file says.',
      phones: [{ number: phones[0].number, label: 'Front desk', source_url: null, as_of: null }],
    };
    await at.db.query(
      `INSERT INTO suggestion (record_kind, record_id, origin, text, file_version, proposed)
       VALUES ('organization', $1, 'file', 'Another version', $2, $3)`,
      [record.id, 'a'.repeat(64), JSON.stringify(file)],
    );
    const [item] = await queue();
    expect(item).toMatchObject({ origin: 'file', action: 'update' });
    expect(item?.differences.map(({ path }) => path)).toEqual([
      '/description',
      `/phones/${phones[0].id}/label`,
      `/phones/${phones[0].id}/as_of`,
    ]);
    expect((await accept(reviewer, String(item?.id))).body.errors).toMatchObject([
      { name: 'revision' },
    ]);
    expect(
      (await accept(reviewer, String(item?.id), { paths: ['/description'], revision })).status,
    ).toBe(200);
    const { document } = (await reviewer.get(urlOf(record.id))).body;
    expect(document).toEqual({ ...record.document, description: 'As the file says.' });
  });
});
