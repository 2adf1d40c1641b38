import fc from 'fast-check';
import type { OrganizationDocument } from '#contract';
import { AuditRepository } from '#editorial';
import { sharedTestApp } from '../support/test-app.ts';
import { addOrganization, anEditor, type Editor, removeEditors, revision } from './editor.ts';

const at = sharedTestApp();
let editor: Editor;
beforeAll(async () => {
  editor = await anEditor(at);
});
afterAll(() => removeEditors(at));

const urlOf = (id: string) => `/v1/admin/organizations/${id}`;
const match = (version: number) => ({ 'if-match': `"${version}"` });

/** Edits of an editor: each makes another document of one. */
const edits: ((document: OrganizationDocument, text: string) => Partial<OrganizationDocument>)[] = [
  (_, text) => ({ name: `Name ${text}` }),
  (_, text) => ({ description: text === '' ? null : `About ${text}` }),
  ({ phones }) => ({ phones: phones.toReversed() }),
  ({ phones }, text) => ({
    phones: [
      ...phones,
      {
        number: '+526561234567',
        extension: null,
        type: null,
        label: `Label ${text}`,
        source_url: null,
        as_of: null,
      },
    ],
  }),
  ({ phones }) => ({ phones: phones.slice(1) }),
  ({ services }) => ({
    services: services.map((service) => ({ ...service, languages: ['fr'], schedules: [] })),
  }),
  ({ services }, text) => ({
    services: services.map((service) => ({ ...service, required_documents: [`Paper ${text}`] })),
  }),
  ({ services }) => ({ services: services.slice(1) }),
  ({ services }) => ({
    places: [],
    services: services.map((service) => ({ ...service, places: [] })),
  }),
  ({ places }) => ({
    places: places.map((place) => ({
      ...place,
      point: { longitude: -106.123456789, latitude: 31.987654321, precision: 'address' },
    })),
  }),
  () => ({ speed_dials: [] }),
  (_, text) => ({
    status: 'closed',
    closure: { closed_on: '2026-11-01', what_happened: `Why ${text}`, still_there: null },
  }),
  () => ({ status: 'active', closure: null }),
];

describe('the history of a record', () => {
  it('brings back exactly what it was, after any series of edits', async () => {
    const series = fc.array(
      fc.tuple(fc.nat(edits.length - 1), fc.string({ unit: 'grapheme', maxLength: 12 })),
      { minLength: 1, maxLength: 6 },
    );
    const property = fc.asyncProperty(series, fc.nat(), async (steps, pick) => {
      const { body } = await addOrganization(editor);
      const states: OrganizationDocument[] = [body.document];
      for (const [edit, text] of steps) {
        const present = states.at(-1) as OrganizationDocument;
        const printable = text.replaceAll(/\p{C}/gu, '').trim();
        const document = { ...present, ...edits[edit]?.(present, printable) };
        const saved = await editor.put(urlOf(body.id), { document, revision }, states.length);
        expect(saved.status, JSON.stringify(saved.body)).toBe(200);
        states.push(saved.body.document);
      }
      const { body: history } = await editor.get(`${urlOf(body.id)}/revisions`);
      const oldestFirst: { id: string }[] = history.items.toReversed();
      expect(oldestFirst).toHaveLength(states.length);
      const chosen = pick % states.length;
      const reverted = await editor.post(
        `${urlOf(body.id)}/revisions/${oldestFirst[chosen]?.id}/revert`,
        { revision },
        match(states.length),
      );
      expect(reverted.body.document).toEqual(states[chosen]);
      const read = await editor.get(urlOf(body.id));
      expect(read.body.document).toEqual(states[chosen]);
    });
    await fc.assert(property, { numRuns: 12 });
  });

  it('undoes one change, and leaves later ones', async () => {
    const { body } = await addOrganization(editor);
    const wrong = { ...body.document, website: 'https://wrong.example.org', phones: [] };
    await editor.put(urlOf(body.id), { document: wrong, revision }, 1);
    const later = { ...wrong, name: 'Renamed' };
    await editor.put(urlOf(body.id), { document: later, revision }, 2);
    const { items } = (await editor.get(`${urlOf(body.id)}/revisions`)).body;
    const undo = async (index: number, version: number) =>
      await editor.post(
        `${urlOf(body.id)}/revisions/${items[index].id}/undo`,
        { revision },
        match(version),
      );
    const undone = await undo(1, 3);
    expect(undone.body.document).toEqual({ ...body.document, name: 'Renamed' });
    const third = { ...undone.body.document, name: 'Renamed again' };
    await editor.put(urlOf(body.id), { document: third, revision }, 4);
    const again = await undo(0, 5);
    expect([again.status, again.body.detail]).toEqual([409, expect.stringContaining('/name')]);
    expect((await undo(2, 5)).status).toBe(409);
  });

  it('tells who changed what, when and why', async () => {
    const { body } = await addOrganization(editor);
    const [phone] = body.document.phones;
    const document = {
      ...body.document,
      name: 'Renamed',
      phones: [{ ...phone, number: '+526561234567' }],
    };
    await editor.put(urlOf(body.id), { document, revision }, 1);
    const list = (await editor.get(`${urlOf(body.id)}/revisions`)).body.items;
    expect(list).toMatchObject([
      { action: 'updated', version: 2, author: { id: editor.id }, reason: 'They called.' },
      { action: 'created', version: 1, source: revision.source },
    ]);
    const one = (await editor.get(`${urlOf(body.id)}/revisions/${list[0].id}`)).body;
    expect(one.before).toEqual(body.document);
    expect(one.differences).toEqual([
      { path: '/name', change: 'changed', before: body.document.name, after: 'Renamed' },
      {
        path: `/phones/${phone.id}/number`,
        change: 'changed',
        before: '+19155454509',
        after: '+526561234567',
      },
    ]);
  });

  it('brings a deleted record back with its ids, slugs and former names', async () => {
    const { body } = await addOrganization(editor);
    const { slug } = body.document;
    const [place] = body.document.places;
    const renamed = {
      ...body.document,
      slug: `${slug}-b`,
      places: [{ ...place, slug: `${slug}-b` }],
    };
    const before = (await editor.put(urlOf(body.id), { document: renamed, revision }, 1)).body;
    expect((await editor.delete(urlOf(body.id), 2)).body).toEqual({
      id: body.id,
      state: 'deleted',
    });
    await at.settle();
    expect((await at.api.get(`/v1/listings/${slug}-b`)).status).toBe(404);
    expect((await editor.get(urlOf(body.id))).status).toBe(404);
    for (const taken of [slug, `${slug}-b`]) {
      const document = {
        ...body.document,
        slug: taken,
        places: [],
        services: [],
        phones: [],
        sources: [],
        other_websites: [],
      };
      const refused = await editor.post('/v1/admin/organizations', { document, revision });
      expect(refused.body.errors).toMatchObject([{ name: 'document.slug' }]);
    }
    const restored = await editor.post(`${urlOf(body.id)}/restore`, { revision });
    expect(restored.body).toEqual({ ...before, version: 3 });
    await at.settle();
    expect((await at.api.get(`/v1/listings/${slug}-b`)).status).toBe(200);
    expect((await at.api.get(`/v1/listings/${slug}`)).status).toBe(308);
    expect((await at.api.get(`/v1/organizations/${slug}`)).status).toBe(308);
    expect((await editor.post(`${urlOf(body.id)}/restore`, { revision })).status).toBe(404);
    const { items } = (await editor.get(`${urlOf(body.id)}/revisions`)).body;
    const actions = items.map(({ action }: { action: string }) => action);
    expect(actions).toEqual(['restored', 'deleted', 'updated', 'created']);
  });

  it('is not lost where something still refers to the record', async () => {
    const [{ id, version }] = await at.db.query(
      `SELECT organization.id, organization.version FROM organization
         JOIN help_line ON organization_id = organization.id LIMIT 1`,
    );
    expect((await editor.delete(urlOf(id), version)).status).toBe(409);
  });
});

describe('the audit log', () => {
  const check = async (known = '') => (await editor.get(`/v1/admin/audit-check${known}`)).body;
  /** Runs SQL that is undone afterwards, and returns what the check says meanwhile. */
  const tampered = async (sql: string, known = '') => {
    await at.db.query(`CREATE TABLE audit_copy AS SELECT * FROM audit`);
    await at.db.query(`CREATE TABLE head_copy AS SELECT * FROM audit_head`);
    await at.db.query(sql);
    const found = await check(known);
    await at.db.query(`DELETE FROM audit`);
    await at.db.query(`INSERT INTO audit SELECT * FROM audit_copy`);
    await at.db.query(`UPDATE audit_head SET (seq, hash) = (SELECT seq, hash FROM head_copy)`);
    await at.db.query(`DROP TABLE audit_copy, head_copy`);
    return found;
  };

  it('finds what was changed, removed or inserted, and says which row', async () => {
    for (let n = 0; n < 3; n++) await addOrganization(editor);
    const { ok, rows, head } = await check();
    expect([ok, head.seq]).toEqual([true, rows]);
    const last = rows;
    const edit = (seq: number) =>
      `UPDATE audit SET entry = replace(entry, 'created', 'updated') WHERE seq = ${seq}`;
    expect(await tampered(edit(last - 1))).toEqual({ ok: false, seq: last - 1, reason: 'changed' });
    expect(await tampered(edit(last))).toEqual({ ok: false, seq: last, reason: 'changed' });
    const remove = (seq: number) => `DELETE FROM audit WHERE seq = ${seq}`;
    expect(await tampered(remove(last - 1))).toEqual({
      ok: false,
      seq: last - 1,
      reason: 'missing',
    });
    expect(await tampered(remove(last))).toEqual({ ok: false, seq: last, reason: 'missing' });
    const chained = `INSERT INTO audit SELECT seq + 1, entry, sha256(hash || convert_to(entry, 'UTF8')) FROM audit WHERE seq = ${last}`;
    expect(await tampered(chained)).toEqual({ ok: false, seq: last + 1, reason: 'inserted' });
    const cut = `DELETE FROM audit WHERE seq = ${last};
      UPDATE audit_head SET (seq, hash) = (SELECT seq, hash FROM audit WHERE seq = ${last - 1})`;
    const known = `?seq=${head.seq}&hash=${head.hash}`;
    expect((await tampered(cut)).ok).toBe(true);
    expect(await tampered(cut, known)).toEqual({ ok: false, seq: last, reason: 'missing' });
    expect((await check(known)).ok).toBe(true);
  });

  it('stays whole when the data of one person are erased, and never had them', async () => {
    const leaving = await anEditor(at);
    const { body } = await addOrganization(leaving);
    const document = { ...body.document, name: 'Proposed' };
    const url = `${urlOf(body.id)}/proposals`;
    const { body: proposal } = await leaving.post(url, { document, revision }, match(1));
    const [{ name }] = await at.db.query(`SELECT name FROM account_user WHERE id = $1`, [
      leaving.id,
    ]);
    const audit = at.app.get(AuditRepository);
    expect(await audit.eraseAuthor(leaving.id, null, new Date())).toBe(2);
    const open = (await editor.get('/v1/admin/suggestions')).body.items;
    const left = open.find(({ id }: { id: string }) => id === proposal.id);
    expect(left).toMatchObject({ author: null, text: 'Erased.', note: { reason: null } });
    await at.db.query(`DELETE FROM suggestion`);
    const { items } = (await editor.get(`${urlOf(body.id)}/revisions`)).body;
    expect(items).toMatchObject([{ author: null, reason: null, action: 'created' }]);
    const [{ found }] = await at.db.query(
      `SELECT count(*)::integer AS found FROM audit WHERE strpos(entry, $1) > 0 OR strpos(entry, $2) > 0`,
      [name, revision.reason],
    );
    expect(found).toBe(0);
    expect((await check()).ok).toBe(true);
  });
});
