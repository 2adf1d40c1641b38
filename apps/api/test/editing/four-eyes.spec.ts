import type { OrganizationDocument } from '#contract';
import { removeTestOrganizations } from '../../../../test/directory/builders.ts';
import { type OwnTestApp, startTestApp } from '../support/test-app.ts';
import { addOrganization, anEditor, type Editor, removeEditors, revision } from './editor.ts';

const match = { 'if-match': '"1"' };
let at: OwnTestApp;
let author: Editor;
let other: Editor;
afterEach(async () => {
  // The embedded engine has one database for all.
  await at.db.query(`DELETE FROM suggestion WHERE origin = 'proposal'`);
  await removeEditors(at);
  await removeTestOrganizations(at.db);
  await at.stop();
});

/** Starts a server on which changes need somebody else when it says. */
async function startWith(rule: string) {
  at = await startTestApp({ FOUR_EYES: rule });
  author = await anEditor(at);
  other = await anEditor(at);
  const { body } = await addOrganization(author);
  const url = `/v1/admin/organizations/${body.id}`;
  const document: OrganizationDocument = body.document;
  const put = async (parts: object, by = author) =>
    await by.put(url, { document: { ...document, ...parts }, revision }, 1);
  const propose = async (parts: object) =>
    await author.post(`${url}/proposals`, { document: { ...document, ...parts }, revision }, match);
  const accept = async (by: Editor, id: string) =>
    await by.post(`/v1/admin/suggestions/${id}/accept`, {});
  return { url, document, put, propose, accept };
}

const closed = {
  status: 'closed',
  closure: { closed_on: '2026-11-01', what_happened: null, still_there: null },
};
const code = {
  ...{ code: '7654#', facility_ids: null, status: 'unverified', verified_at: null, note: null },
  history: [],
};

describe('where everything harmful needs somebody else', () => {
  it('a code, a closure, a private place and a deletion are only proposed, and nothing is written', async () => {
    const { url, document, put } = await startWith('always');
    const places = document.places.map((place) => ({ ...place, visibility: 'area' }));
    for (const parts of [closed, { speed_dials: [code] }, { places }]) {
      const { status, body } = await put(parts);
      expect([status, body.type]).toEqual([403, '/docs/problems#needs-review']);
    }
    const deleted = await author.delete(url, 1);
    expect([deleted.status, deleted.body.type]).toEqual([403, '/docs/problems#needs-review']);
    expect((await author.get(url)).body).toMatchObject({ version: 1, document });
  });

  it('an ordinary change is published at once, and what was accepted by somebody else too', async () => {
    const { url, put, propose, accept } = await startWith('always');
    const { body } = await propose(closed);
    expect((await accept(author, body.id)).status).toBe(403);
    expect((await accept(other, body.id)).status).toBe(200);
    expect((await author.get(url)).body.document).toMatchObject(closed);
    const undone = await author.post(
      `${url}/revisions/${(await author.get(`${url}/revisions`)).body.items[0].id}/undo`,
      { revision },
      { 'if-match': '"2"' },
    );
    expect(undone.status).toBe(200);
    const again = await put({ description: 'Something else.' });
    expect(again.status).toBe(412);
    const now = (await author.get(url)).body;
    const ordinary = { ...now.document, description: 'Something else.' };
    expect((await author.put(url, { document: ordinary, revision }, now.version)).status).toBe(200);
  });
});

it('where only proposals need somebody else, such a change is published at once', async () => {
  const { put, propose, accept } = await startWith('proposals');
  const { body } = await propose(closed);
  expect((await accept(author, body.id)).status).toBe(403);
  expect((await put(closed)).status).toBe(200);
});

it('where it is off, people accept their own proposals', async () => {
  const { propose, accept } = await startWith('off');
  const { body } = await propose(closed);
  expect((await accept(author, body.id)).status).toBe(200);
});
