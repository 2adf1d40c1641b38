import { randomUUID } from 'node:crypto';
import request from 'supertest';
import type { HelpLineDocument, OrganizationDocument } from '#contract';
import { sharedTestApp } from '../support/test-app.ts';
import {
  aDocument,
  addOrganization,
  anEditor,
  type Editor,
  forgetEdits,
  removeEditors,
  revision,
} from './editor.ts';

const at = sharedTestApp();
let editor: Editor;
beforeAll(async () => {
  editor = await anEditor(at);
});
afterAll(async () => {
  await removeEditors(at);
  await forgetEdits(at);
});

const pathOf = (id: string) => `/v1/admin/organizations/${id}`;

describe('a record', () => {
  it('is added, read whole, and at once what the public reads', async () => {
    const added = await addOrganization(editor);
    expect(added.status).toBe(201);
    const { id, document } = added.body;
    const read = await editor.get(pathOf(id));
    expect(read.headers).toMatchObject({ etag: '"1"', 'cache-control': 'private, no-store' });
    expect(read.body).toEqual(added.body);
    expect(document).toMatchObject({
      phones: [{ number: '+19155454509', extension: '5' }],
      services: [
        {
          schedules: [{ byday: 'MO,TU', opens_at: '09:00', description: 'By appointment' }],
          translations: [{ field: 'eligibility', text: 'Personas adultas' }],
        },
      ],
      places: [{ addresses: [{ address_1: '1 Test Street' }], accessibility: ['A ramp'] }],
    });
    await at.settle();
    const { body: listing } = await at.api.get(`/v1/listings/${document.slug}`);
    expect(listing).toMatchObject({
      name: document.name,
      phones: [{ number: '+19155454509', label: 'ext. 5' }],
      location: { address: '1 Test Street' },
      service_types: ['legal'],
      translations: [{ text: 'Personas adultas', outdated: false }],
    });
  });

  it('is changed with all its parts, which keep their ids', async () => {
    const { body } = await addOrganization(editor);
    const document: OrganizationDocument = structuredClone(body.document);
    const [service] = document.services;
    const [place] = document.places;
    const [phone] = document.phones;
    if (!service || !place || !phone) throw new Error('The document has no parts.');
    const second = randomUUID();
    document.places.push({
      ...structuredClone(place),
      id: second,
      slug: `${document.slug}-2`,
      addresses: place.addresses.map(({ id: _, ...address }) => ({
        ...address,
        city: 'Las Cruces',
        region: 'US-NM',
      })),
    });
    service.places = [
      {
        place_id: second,
        schedules: service.schedules.map((one) => ({ ...one, id: randomUUID() })),
      },
    ];
    service.languages = ['es', 'fr'];
    service.schedules = [];
    document.phones = [{ ...phone, number: '+52 1 656 123 4567', extension: null }]
      .map(({ id: _, ...one }) => one)
      .concat(phone as never);
    const changed = await editor.put(pathOf(body.id), { document, revision }, 1);
    expect([changed.status, changed.headers.etag]).toEqual([200, '"2"']);
    const now: OrganizationDocument = changed.body.document;
    expect(now.phones.map(({ number }) => number)).toEqual(['+526561234567', '+19155454509']);
    expect(now.phones[1]?.id).toBe(phone.id);
    expect(now.services[0]).toMatchObject({
      id: service.id,
      languages: ['es', 'fr'],
      schedules: [],
      places: [{ place_id: second, schedules: [{ opens_at: '09:00' }] }],
    });
    expect(now.places.map(({ id }) => id).sort()).toEqual([place.id, second].sort());
    const again = await editor.put(pathOf(body.id), { document: now, revision }, 2);
    expect(again.body.document).toEqual(now);
  });

  it.each([
    ['a website that is a script', { website: 'javascript:alert(1)' }, ['document.website']],
    ['no name', { name: ' ' }, ['document.name']],
    [
      'a code as a phone',
      { phones: [{ ...aDocument().phones[0], number: '9233#' }] },
      ['document.phones.0.number'],
    ],
    [
      'a field that there is not',
      { verified_at: '2026-01-01T00:00:00Z', seed_hash: 'x' },
      ['document.verified_at', 'document.seed_hash'],
    ],
    [
      'a kind of help that there is not',
      { services: [{ ...aDocument().services[0], places: [], service_types: ['magic'] }] },
      ['document.services.0.service_types.0'],
    ],
    [
      'February 31',
      { sources: [{ url: null, what: 'A page', date: '2026-02-31' }] },
      ['document.sources.0.date'],
    ],
    [
      'a closure of what works',
      { closure: { closed_on: null, what_happened: 'It closed.', still_there: null } },
      ['document.closure'],
    ],
    [
      'a phone of another record',
      { phones: [{ ...aDocument().phones[0], id: 'ANOTHER' }] },
      ['document.phones.0.id'],
    ],
  ])('is refused with %s, by the path of the field', async (_, parts, names) => {
    const other = await addOrganization(editor);
    const text = JSON.stringify({ document: { ...aDocument(), ...parts }, revision });
    const body = JSON.parse(text.replace('ANOTHER', other.body.document.phones[0].id));
    const refused = await editor.post('/v1/admin/organizations', body);
    expect(refused.status).toBe(400);
    expect(refused.body.errors.map(({ name }: { name: string }) => name)).toEqual(names);
  });

  it('is refused without a source of the change that has a day', async () => {
    const source = { ...revision.source, date: null };
    const refused = await editor.post('/v1/admin/organizations', {
      document: aDocument(),
      revision: { ...revision, source },
    });
    expect(refused.body.errors).toMatchObject([{ name: 'revision.source.date' }]);
  });

  it('is refused with the slug of another one', async () => {
    const { body } = await addOrganization(editor);
    const { slug } = body.document;
    const document = { ...aDocument(), slug, places: [], services: [] };
    const refused = await editor.post('/v1/admin/organizations', { document, revision });
    expect([refused.status, refused.body.errors[0].name]).toEqual([400, 'document.slug']);
  });

  it('is not overwritten by who did not read its last change', async () => {
    const { body } = await addOrganization(editor);
    const document = { ...body.document, name: 'Renamed' };
    const authorized = { document, revision };
    expect((await editor.put(pathOf(body.id), authorized, 1)).status).toBe(200);
    const stale = await editor.put(pathOf(body.id), { document: body.document, revision }, 1);
    expect(stale.status).toBe(412);
    expect(stale.body.current).toMatchObject({ version: 2, document: { name: 'Renamed' } });
    const deleted = await editor.delete(pathOf(body.id), 1);
    expect(deleted.status).toBe(412);
  });

  it('is not changed by a request that does not say what it changes', async () => {
    const { body } = await addOrganization(editor);
    const response = await editor.post(`${pathOf(body.id)}/proposals`, {
      document: body.document,
      revision,
    });
    expect(response.status).toBe(428);
  });

  it('is changed by one of two people at the same time', async () => {
    const { body } = await addOrganization(editor);
    const attempts = ['One', 'Two', 'Three'].map((name) =>
      editor.put(pathOf(body.id), { document: { ...body.document, name }, revision }, 1),
    );
    const statuses = (await Promise.all(attempts)).map(({ status }) => status);
    expect(statuses.sort()).toEqual([200, 412, 412]);
  });

  it('is added once though its request was sent twice', async () => {
    const key = { 'idempotency-key': randomUUID() };
    const body = { document: aDocument(), revision };
    const sent = await Promise.all(
      [1, 2].map(() => editor.post('/v1/admin/organizations', body, key)),
    );
    expect(sent.map(({ status }) => status)).toEqual([201, 201]);
    expect(sent[0]?.body).toEqual(sent[1]?.body);
    const other = await editor.post(
      '/v1/admin/organizations',
      { ...body, document: aDocument() },
      key,
    );
    expect(other.status).toBe(409);
  });

  it('holds what looks like markup as text', async () => {
    const text = `<script>alert("1")</script>'"&`;
    const added = await addOrganization(editor, { name: text, description: text });
    expect(added.body.document).toMatchObject({ name: text, description: text });
    await at.settle();
    const listing = await at.api.get(`/v1/listings/${added.body.document.slug}`);
    expect(listing.body.description).toBe(text);
    const page = await request(at.app.getHttpServer()).get(
      `/en/listing/${added.body.document.slug}`,
    );
    expect(page.text).toContain('&lt;script&gt;alert');
    expect(page.text).not.toContain('<script>alert');
  });

  it('may be larger than what readers send, and not without limit', async () => {
    const description = 'x'.repeat(9_000);
    const services = Array.from({ length: 20 }, (_, n) => {
      return { ...aDocument().services[0], places: [], name: `Service ${n}`, description };
    }) as OrganizationDocument['services'];
    expect((await addOrganization(editor, { services })).status).toBe(201);
    const tooMuch = { document: aDocument(), revision, more: 'x'.repeat(1_100_000) };
    expect((await editor.post('/v1/admin/organizations', tooMuch)).status).toBe(413);
    let deep: unknown = 'x';
    for (let depth = 0; depth < 40; depth++) deep = [deep];
    const document = { ...aDocument(), alternate_names: deep };
    expect((await editor.post('/v1/admin/organizations', { document, revision })).status).toBe(400);
  });

  it('is not there for who is not signed in', async () => {
    const { body } = await addOrganization(editor);
    expect((await at.api.get(pathOf(body.id))).status).toBe(401);
    expect((await at.api.get(pathOf(body.id), { authorization: 'Bearer x' })).status).toBe(401);
  });
});

describe('a help line, a facility and a guide', () => {
  it.each([
    ['help-lines', 'help_line', 'note', 'Ask for Ana.'],
    ['facilities', 'facility', 'note', 'Closed to visitors.'],
    ['guides', 'guide', 'reviewed_by', 'Ana, a lawyer'],
  ])('%s are read, changed and changed back', async (path, table, field, value) => {
    const [{ id }] = await at.db.query(`SELECT id FROM ${table} ORDER BY slug LIMIT 1`);
    const url = `/v1/admin/${path}/${id}`;
    const before = (await editor.get(url)).body;
    const document = { ...before.document, [field]: value };
    const changed = await editor.put(url, { document, revision }, before.version);
    expect(changed.body.document).toEqual(document);
    const back = await editor.put(url, { document: before.document, revision }, before.version + 1);
    expect(back.body.document).toEqual(before.document);
  });

  it('of the bundled ones are all stored as they are read', async () => {
    for (const [path, table] of Object.entries({
      organizations: 'organization',
      'help-lines': 'help_line',
      facilities: 'facility',
      guides: 'guide',
    })) {
      const rows = await at.db.query(
        `SELECT id FROM ${table} WHERE slug NOT LIKE 'test-%' ORDER BY id`,
      );
      for (const { id } of rows) {
        const { body } = await editor.get(`/v1/admin/${path}/${id}`);
        const { document, version } = body;
        const saved = await editor.put(`/v1/admin/${path}/${id}`, { document, revision }, version);
        expect([document.slug, saved.body.errors, saved.body.document]).toEqual([
          document.slug,
          undefined,
          document,
        ]);
      }
    }
  });

  it('with a code: it works after somebody has tried it, until it changes', async () => {
    const [{ id }] = await at.db.query(
      `SELECT id FROM help_line WHERE published ORDER BY slug LIMIT 1`,
    );
    const url = `/v1/admin/help-lines/${id}`;
    const { body } = await editor.get(url);
    const before: HelpLineDocument = body.document;
    const dial = {
      code: '4711#',
      facility_ids: null,
      status: 'working',
      verified_at: null,
      note: null,
    };
    const event = {
      status: 'working',
      date: '2026-11-19',
      what: 'Ana dialed it.',
      source_url: null,
    };
    const save = async (speed_dials: unknown[], version: number) =>
      await editor.put(url, { document: { ...before, speed_dials }, revision }, version);
    const added = await save([{ ...dial, history: [] }], body.version);
    expect(added.body.document.speed_dials).toMatchObject([{ status: 'unverified' }]);
    const [stored] = added.body.document.speed_dials;
    const tried = await save([{ ...stored, history: [event] }], body.version + 1);
    expect(tried.body.document.speed_dials).toMatchObject([
      { status: 'working', verified_at: '2026-11-19T00:00:00.000Z' },
    ]);
    const [working] = tried.body.document.speed_dials;
    const other = await save([{ ...working, code: '4712#' }], body.version + 2);
    expect(other.body.document.speed_dials).toMatchObject([{ status: 'unverified' }]);
    const taken = await addOrganization(editor);
    const refused = await editor.put(
      `/v1/admin/organizations/${taken.body.id}`,
      {
        document: {
          ...taken.body.document,
          speed_dials: [{ ...dial, code: '4712#', history: [] }],
        },
        revision,
      },
      1,
    );
    expect(refused.body.errors).toMatchObject([{ name: 'document.speed_dials.0.code' }]);
    const back = await save(before.speed_dials, body.version + 3);
    expect(back.body.document).toEqual(before);
  });
});
