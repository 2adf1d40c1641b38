import type { OrganizationDocument } from '#contract';
import { sharedTestApp } from '../support/test-app.ts';
import {
  aDocument,
  addOrganization,
  anEditor,
  type Editor,
  removeEditors,
  revision,
} from './editor.ts';

const at = sharedTestApp();
const STREET = '17 Hidden Lane';
let editor: Editor;
beforeAll(async () => {
  editor = await anEditor(at);
});
afterAll(() => removeEditors(at));

const preview = async (
  { id, document }: { id: string | null; document: OrganizationDocument },
  { language = 'en', by = editor } = {},
) => await by.post('/v1/admin/previews', { id, document, language });
/** Changes are named by the time of the transaction. */
const withoutTimes = (body: object): unknown =>
  JSON.parse(JSON.stringify(body, (name, value) => (name === 'changed_at' ? null : value)));

describe('a preview of an organization', () => {
  it('is what the public gets after it was saved, and stores nothing', async () => {
    const { body } = await addOrganization(editor);
    const document = {
      ...body.document,
      name: 'Another <b>name</b>',
      status: 'unknown',
      places: body.document.places.map((place: object) => ({ ...place, visibility: 'area' })),
    };
    const counts = async () =>
      await at.db.query(
        `SELECT (SELECT count(*) FROM revision) AS revisions, (SELECT count(*) FROM change) AS changes,
           (SELECT count(*) FROM audit) AS audit, (SELECT version FROM organization WHERE id = $1)`,
        [body.id],
      );
    const before = await counts();
    const shown = await preview({ id: body.id, document });
    expect(shown.status).toBe(200);
    expect(await counts()).toEqual(before);
    const saved = await editor.put(
      `/v1/admin/organizations/${body.id}`,
      { document, revision },
      body.version,
    );
    expect(saved.status).toBe(200);
    await at.settle();
    const published = await at.api.get(`/v1/organizations/${document.slug}`);
    expect(withoutTimes(shown.body.organization)).toEqual(withoutTimes(published.body));
  });

  it('of a new one is shown too, as a page in the language that was asked for', async () => {
    const { body, status } = await preview(
      { id: null, document: aDocument({ name: 'A <b>new</b> one' }) },
      { language: 'ar' },
    );
    expect(status).toBe(200);
    expect(body.html).toContain('<html lang="ar" dir="rtl">');
    expect(body.html).toContain('A &lt;b&gt;new&lt;/b&gt; one');
    expect(body.html).not.toMatch(/<script/);
    const found = await at.api.get(`/v1/organizations/${body.organization.slug}`);
    expect(found.status).toBe(404);
  });

  it('names each wrong field, as saving does', async () => {
    const { body, status } = await preview({ id: null, document: aDocument({ name: ' ' }) });
    expect([status, body.errors[0].name]).toEqual([400, 'document.name']);
  });

  it('never shows the street of a private place, whoever asks', async () => {
    const document = aDocument();
    const places = document.places.map((place) => ({
      ...place,
      visibility: 'area' as const,
      addresses: place.addresses.map((address) => ({ ...address, address_1: STREET })),
    }));
    const { body } = await addOrganization(editor, { ...document, places });
    const blind = await anEditor(at, { confidential: false, role: 'contributor' });
    const read = await blind.get(`/v1/admin/organizations/${body.id}`);
    for (const by of [editor, blind]) {
      const own = by === editor ? body.document : read.body.document;
      const shown = await preview({ id: body.id, document: own }, { by });
      expect(shown.status).toBe(200);
      expect(JSON.stringify(shown.body)).not.toContain(STREET);
    }
    const exact = read.body.document.places.map((place: object) => ({
      ...place,
      visibility: 'exact',
    }));
    const opened = { id: body.id, document: { ...read.body.document, places: exact } };
    const refused = await preview(opened, { by: blind });
    expect(refused.status).toBe(400);
    expect(JSON.stringify(refused.body)).not.toContain(STREET);
  });
});
