import type { Translation } from '#contract';
import { publishChange } from '#directory';
import { anOrganization, removeTestOrganizations } from '../../../../test/directory/builders.ts';
import { sharedTestApp } from '../support/test-app.ts';

const at = sharedTestApp();

const names = (body: { items: { name: string }[] }) => body.items.map(({ name }) => name);

async function edit(id: string, sql: string): Promise<void> {
  await at.db.transaction(async (manager) => {
    await manager.query(sql, [id]);
    await publishChange(manager, 'organization', [{ id, action: 'updated' }]);
  });
}

/** What is read by GET may be answered from memory until the server has heard of the change. */
async function editAndSettle(id: string, sql: string): Promise<void> {
  await edit(id, sql);
  await at.settle();
}

describe('a listing that was read before', () => {
  it('is served as it is now: renamed, and gone when it closed', async () => {
    const { id } = await anOrganization(at.db, {
      name: 'Before',
      point: { longitude: -90, latitude: 5 },
    });
    const nearest = async () => {
      const { body } = await at.api.post('/v1/nearby', { lat: 5, lon: -90, limit: 1 });
      return body.items[0];
    };
    expect(await nearest()).toMatchObject({ name: 'Before', distance_m: 0 });
    await edit(id, `UPDATE organization SET name = 'After' WHERE id = $1`);
    expect(await nearest()).toMatchObject({ name: 'After', distance_m: 0 });
    await edit(
      id,
      `UPDATE organization SET status = 'closed', what_happened = 'It closed.' WHERE id = $1`,
    );
    expect((await nearest()).name).not.toBe('After');
    await removeTestOrganizations(at.db);
  });
});

describe('a text in another language', () => {
  const read = async (slug: string) => {
    const { body } = await at.api.get(`/v1/listings/${slug}`);
    return body.translations.find(
      ({ field, language }: Translation) => field === 'description' && language === 'es',
    );
  };

  it('comes with the text, as a draft until somebody has read it', async () => {
    expect(await read('annunciation-house')).toMatchObject({
      text: expect.stringMatching(/albergue/),
      outdated: false,
      reviewed_by: null,
    });
    const { body } = await at.api.get('/v1/listings/casa-alitas');
    expect(body.translations.map(({ field }: Translation) => field).sort()).toEqual([
      'description',
      'eligibility',
      'still_there',
      'what_happened',
    ]);
  });

  it('is told as outdated once the text has changed, and is gone with it', async () => {
    const { id } = await anOrganization(at.db, { name: 'Told twice' });
    const { body } = await at.api.get(`/v1/listings?q=Told+twice`);
    const [{ slug }] = body.items;
    await editAndSettle(id, `UPDATE organization SET description = 'A house.' WHERE id = $1`);
    expect(await read(slug)).toBeUndefined();
    await editAndSettle(
      id,
      `INSERT INTO translation (organization_id, field, language, text, source_hash)
       VALUES ($1, 'description', 'es', 'Una casa.', encode(sha256('A house.'), 'hex'))`,
    );
    expect(await read(slug)).toMatchObject({ text: 'Una casa.', outdated: false });
    await editAndSettle(id, `UPDATE organization SET description = 'A large house.' WHERE id = $1`);
    expect(await read(slug)).toMatchObject({ text: 'Una casa.', outdated: true });
    await editAndSettle(id, `UPDATE organization SET description = NULL WHERE id = $1`);
    expect(await read(slug)).toBeUndefined();
    await removeTestOrganizations(at.db);
  });
});

describe('who is received', () => {
  it('finds those alone whose sources say so, with how many there are', async () => {
    const { body } = await at.api.get(
      '/v1/listings?accepts=children,families&limit=100&include=details',
    );
    expect(names(body)).toContain('Annunciation House');
    for (const { accepts } of body.items)
      expect(accepts.some((code: string) => ['children', 'families'].includes(code))).toBe(true);
    const facets = (await at.api.get('/v1/facets?accepts=families')).body.facets;
    const { values } = facets.find(({ name }: { name: string }) => name === 'accepts');
    const families = await at.api.get('/v1/listings?accepts=families&limit=100');
    expect(values).toContainEqual({ code: 'families', count: families.body.items.length });
    const wrong = await at.api.get('/v1/listings?accepts=dogs');
    expect([wrong.status, wrong.body.errors[0].name]).toEqual([400, 'accepts']);
  });

  it('is told with what to bring, and by what means somebody verified it', async () => {
    const { id, slug } = await anOrganization(at.db, {
      verifiedAt: new Date('2026-10-01'),
      dueAt: new Date('2027-10-01'),
    });
    await edit(
      id,
      `WITH asked AS (
         INSERT INTO verification (record_kind, record_id, verified_by, method, verified_at, due_at)
         SELECT 'organization', id, 'Somebody', 'phone', verified_at, verified_at + interval '1 year'
           FROM organization WHERE id = $1)
       INSERT INTO required_document (id, service_id, document)
       SELECT gen_random_uuid(), service.id, 'A photo of your papers' FROM service
        WHERE organization_id = $1`,
    );
    const { body } = await at.api.get(`/v1/listings/${slug}`);
    expect(body).toMatchObject({
      required_documents: ['A photo of your papers'],
      verified_how: 'phone',
      accepts: [],
    });
    await removeTestOrganizations(at.db);
  });
});
