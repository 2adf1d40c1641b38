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
const CODE = '79922';
const UUIDS = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;
const POINT = { longitude: -106.51234, latitude: 31.81234, precision: 'address' as const };
let sees: Editor;
let blind: Editor;
beforeAll(async () => {
  sees = await anEditor(at);
  blind = await anEditor(at, { confidential: false });
});
afterAll(async () => {
  await at.db.query(`DELETE FROM suggestion`);
  await removeEditors(at);
});

const privatePlaces = (visibility: 'exact' | 'area' | 'hidden' = 'area') =>
  aDocument().places.map((place) => ({
    ...place,
    visibility,
    point: POINT,
    addresses: place.addresses.map((one) => ({ ...one, address_1: STREET, postal_code: CODE })),
  }));
const secrets = (body: unknown) => {
  // Ids can have its digits by chance.
  const text = JSON.stringify(body).replace(UUIDS, '');
  return [STREET, CODE, '106.51234', '31.81234'].filter((secret) => text.includes(secret));
};
const add = async (visibility: 'exact' | 'area' | 'hidden' = 'area') => {
  const document = aDocument();
  const [known] = document.places;
  const own = { id: String(known?.id), slug: document.slug };
  const places = privatePlaces(visibility).map((place) => ({ ...place, ...own }));
  const { body } = await addOrganization(sees, { ...document, places });
  expect(secrets(body)).toHaveLength(4);
  return body;
};

describe('a private place', () => {
  it.each(['area', 'hidden'] as const)(
    'of which the %s is public is withheld from who has no right to see it, everywhere',
    async (visibility) => {
      const { id, document } = await add(visibility);
      const url = `/v1/admin/organizations/${id}`;
      const read = await blind.get(url);
      expect(read.body).toMatchObject({
        withheld: true,
        document: { places: [{ withheld: true }] },
      });
      const exact = { ...document.places[0], visibility: 'exact' };
      const wasPublic = { document: { ...document, places: [exact] }, revision };
      expect((await sees.put(url, wasPublic, 1)).status).toBe(200);
      expect((await sees.put(url, { document, revision }, 2)).status).toBe(200);
      const list = await blind.get(`${url}/revisions`);
      const responses = [read, list, await blind.get(`/v1/admin/records?q=${document.slug}`)];
      for (const { id: revisionId } of list.body.items) {
        responses.push(await blind.get(`${url}/revisions/${revisionId}`));
      }
      expect(list.body.items).toHaveLength(3);
      const proposal = {
        document: {
          ...document,
          description: 'New',
          places: [{ ...document.places[0], as_of: '2026' }],
        },
        revision,
      };
      await sees.post(`${url}/proposals`, proposal, { 'if-match': '"3"' });
      responses.push(await blind.get('/v1/admin/suggestions'));
      responses.push(await blind.get('/v1/admin/verification-queue?limit=20'));
      const stale = await blind.put(url, { document: read.body.document, revision }, 1);
      expect(stale.status).toBe(412);
      responses.push(stale);
      expect(responses.map(({ body }) => secrets(body))).toEqual(responses.map(() => []));
    },
  );

  it('keeps its point, street and postal code when they change the rest', async () => {
    const { id } = await add();
    const url = `/v1/admin/organizations/${id}`;
    const { body } = await blind.get(url);
    const [place] = body.document.places;
    const change = { ...place, name: 'Another name', accessibility: [] };
    const document = { ...body.document, description: 'Changed', places: [change] };
    const changed = await blind.put(url, { document, revision }, 1);
    expect([changed.status, secrets(changed.body)]).toEqual([200, []]);
    const { document: stored } = (await sees.get(url)).body;
    expect(stored).toMatchObject({
      description: 'Changed',
      places: [
        {
          name: 'Another name',
          point: POINT,
          addresses: [{ address_1: STREET, postal_code: CODE }],
        },
      ],
    });
  });

  it('is not made more public by them, in any way', async () => {
    const { id, document } = await add('exact');
    const url = `/v1/admin/organizations/${id}`;
    const hide = { ...document.places[0], visibility: 'hidden' };
    await sees.put(url, { document: { ...document, places: [hide] }, revision }, 1);
    const { body } = await blind.get(url);
    const [place] = body.document.places;
    for (const visibility of ['exact', 'area']) {
      const places = [{ ...place, visibility }];
      const refused = await blind.put(url, { document: { ...body.document, places }, revision }, 2);
      expect(refused.body.errors).toMatchObject([{ name: 'document.places.0.visibility' }]);
    }
    const { body: history } = await blind.get(`${url}/revisions`);
    const first = history.items.at(-1).id;
    const revert = await blind.post(
      `${url}/revisions/${first}/revert`,
      { revision },
      { 'if-match': '"2"' },
    );
    expect(revert.status).toBe(403);
    const proposal = { document: { ...document, places: document.places }, revision };
    const { body: proposed } = await sees.post(`${url}/proposals`, proposal, { 'if-match': '"2"' });
    const accepted = await blind.post(`/v1/admin/suggestions/${proposed.id}/accept`, {});
    expect(accepted.status).toBe(403);
    expect((await sees.get(url)).body.document.places[0].visibility).toBe('hidden');
  });
});
