import type { PlaceDocument } from '#contract';
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
let reviewer: Editor;
let texan: Editor;
let contributor: Editor;
beforeAll(async () => {
  reviewer = await anEditor(at);
  texan = await anEditor(at, { role: 'editor', scope: { regions: ['US-TX'] } });
  contributor = await anEditor(at, { role: 'contributor' });
});
afterAll(async () => {
  await at.db.query(`DELETE FROM suggestion`);
  await removeEditors(at);
});

const inLasCruces = (places: PlaceDocument[]) =>
  places.map((place) => ({
    ...place,
    addresses: place.addresses.map((one) => ({ ...one, region: 'US-NM', city: 'Las Cruces' })),
  }));
const inNewMexico = async () => {
  const document = aDocument();
  const { body } = await addOrganization(reviewer, {
    ...document,
    places: inLasCruces(document.places),
  });
  return body;
};

describe('an editor of one region', () => {
  it('finds nothing of another one, by any way', async () => {
    const { id, document } = await inNewMexico();
    const url = `/v1/admin/organizations/${id}`;
    const edit = { document, revision };
    const text = 'The phone is wrong.';
    await at.api.post('/v1/suggestions', { kind: 'organization', slug: document.slug, text });
    const [suggestion] = await at.db.query(`SELECT id FROM suggestion WHERE record_id = $1`, [id]);
    const match = { 'if-match': '"1"' };
    const today = { outcome: 'still_right', method: 'phone', note: null, date: '2026-11-20' };
    const attempts = [
      texan.get(url),
      texan.put(url, edit, 1),
      texan.delete(url, 1),
      texan.get(`${url}/revisions`),
      texan.get(`${url}/revisions/1`),
      texan.post(`${url}/revisions/1/revert`, { revision }, match),
      texan.post(`${url}/restore`, { revision }),
      texan.post(`${url}/verifications`, today, match),
      texan.post(`${url}/proposals`, edit, match),
      texan.post(`/v1/admin/suggestions/${suggestion.id}/accept`, {}),
      texan.post(`/v1/admin/suggestions/${suggestion.id}/reject`, { reason: 'No.' }),
    ];
    const statuses = (await Promise.all(attempts)).map(({ status }) => status);
    expect(statuses).toEqual(attempts.map(() => 404));
    expect((await reviewer.get(url)).body.version).toBe(1);
    const listed = await texan.get(`/v1/admin/records?q=${document.slug}`);
    expect([listed.body.items, listed.body.total, listed.body.counts.organization]).toEqual([
      [],
      0,
      0,
    ]);
    const open = await texan.get('/v1/admin/suggestions');
    expect([open.body.items, open.body.total]).toEqual([[], 0]);
    const seen = await reviewer.get('/v1/admin/suggestions');
    expect(seen.body.items.map(({ id: one }: { id: string }) => one)).toContain(suggestion.id);
  });

  it('has counts and a queue of their own records only', async () => {
    const [{ count }] = await at.db.query(
      `SELECT count(DISTINCT location.organization_id)::integer AS count FROM location
         JOIN address ON location_id = location.id WHERE state_province = 'US-TX'`,
    );
    const { body } = await texan.get('/v1/admin/records?kind=organization');
    expect(body.total).toBeGreaterThanOrEqual(count);
    for (const { regions } of body.items) expect(regions).toContain('US-TX');
    const all = await reviewer.get('/v1/admin/records');
    expect(all.body.counts.organization).toBeGreaterThan(body.counts.organization);
    expect(body.counts).toMatchObject({ guide: 0, help_line: 0 });
    const { body: queue } = await texan.get('/v1/admin/verification-queue?limit=20');
    const allDue = await reviewer.get('/v1/admin/verification-queue');
    expect(queue.total).toBeLessThan(allDue.body.total);
    for (const { record } of queue.items) {
      expect(
        (await texan.get(`/v1/admin/records?q=${record.document.slug}`)).body.total,
      ).toBeGreaterThan(0);
    }
  });

  it('changes what is theirs, and cannot take it out of their region', async () => {
    const { body } = await addOrganization(texan);
    const url = `/v1/admin/organizations/${body.id}`;
    const [place] = body.document.places;
    const [address] = place.addresses;
    const out = { ...place, addresses: [{ ...address, region: 'US-NM', city: 'Las Cruces' }] };
    const left = { document: { ...body.document, places: [out] }, revision };
    expect((await texan.put(url, left, 1)).status).toBe(403);
    const renamed = { document: { ...body.document, name: 'Renamed' }, revision };
    expect((await texan.put(url, renamed, 1)).status).toBe(200);
  });

  it('adds nothing elsewhere', async () => {
    const document = aDocument();
    const body = { document: { ...document, places: inLasCruces(document.places) }, revision };
    expect((await texan.post('/v1/admin/organizations', body)).status).toBe(403);
  });
});

describe('a contributor', () => {
  it('reads and proposes, and changes nothing', async () => {
    const { body } = await addOrganization(reviewer);
    const url = `/v1/admin/organizations/${body.id}`;
    const edit = { document: { ...body.document, name: 'Proposed' }, revision };
    expect((await contributor.get(url)).status).toBe(200);
    const attempts = [
      contributor.put(url, edit, 1),
      contributor.delete(url, 1),
      contributor.post('/v1/admin/organizations', { document: aDocument(), revision }),
      contributor.get('/v1/admin/suggestions'),
      contributor.get('/v1/admin/verification-queue'),
      contributor.get('/v1/admin/audit-check'),
    ];
    const statuses = (await Promise.all(attempts)).map(({ status }) => status);
    expect(statuses).toEqual(attempts.map(() => 403));
    const proposed = await contributor.post(`${url}/proposals`, edit, { 'if-match': '"1"' });
    expect(proposed.status).toBe(201);
    expect((await reviewer.get(url)).body.document.name).toBe(body.document.name);
  });
});
