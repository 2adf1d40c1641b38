import request from 'supertest';
import { RecordViews } from '../../src/admin/views/record-views.service.ts';
import { Clock } from '../../src/public/shared/state/clock.ts';
import { addOrganization, anEditor, type Editor, removeEditors } from '../editing/editor.ts';
import { type OwnTestApp, sharedTestApp, startTestApp, type TestApp } from '../support/test-app.ts';

const at = sharedTestApp();
let editor: Editor;
beforeAll(async () => {
  editor = await anEditor(at);
});
afterEach(() => {
  vi.restoreAllMocks();
});
afterAll(async () => {
  await at.db.query(`DELETE FROM record_view`);
  await removeEditors(at);
});

/** What the server does every ten minutes. */
const store = async (app: TestApp = at) => await app.app.get(RecordViews).store();
const viewsOf = async (id: string, app: TestApp = at) => {
  const [row] = await app.db.query(
    `SELECT coalesce(sum(views), 0)::integer AS views FROM record_view WHERE record_id = $1`,
    [id],
  );
  return row.views;
};
const anyRecord = async () => {
  const { body } = await addOrganization(editor);
  await at.settle();
  return { id: body.id as string, slug: body.document.slug as string };
};
/** How far it counts for the order of the queue. */
const seenOf = async (id: string) =>
  (await at.db.query(`SELECT seen FROM record_summary WHERE id = $1`, [id]))[0].seen;

describe('what is seen most', () => {
  it('is the first to verify of all that nobody has confirmed', async () => {
    // What other tests have opened counts, too.
    await store();
    await at.db.query(`DELETE FROM record_view`);
    await at.db.query(`UPDATE record_summary SET seen = 0`);
    const [one, two] = [await anyRecord(), await anyRecord()];
    for (let view = 0; view < 40; view += 1) await at.api.get(`/v1/organizations/${two.slug}`);
    for (let view = 0; view < 3; view += 1) await at.api.get(`/v1/organizations/${one.slug}`);
    await store();
    const all: { harm: string; record: { id: string } }[] = [];
    let next: string | null = '';
    while (next !== null) {
      const cursor: string = next && `&cursor=${next}`;
      const { body } = await editor.get(`/v1/admin/verification-queue?limit=20${cursor}`);
      all.push(...body.items);
      next = body.next;
    }
    const never = all.filter(({ harm }) => harm === 'never').map(({ record }) => record.id);
    expect(never.slice(0, 2)).toEqual([two.id, one.id]);
    expect(new Set(all.map(({ record }) => record.id)).size).toBe(all.length);
  });

  it('counts a response from the cache, one that is made, and one that has not changed', async () => {
    const { id, slug } = await anyRecord();
    const path = `/v1/organizations/${slug}`;
    const first = await at.api.get(path);
    await at.api.get(path);
    const { status } = await at.api.get(path, { 'if-none-match': first.headers.etag as string });
    expect(status).toBe(304);
    await at.api.get(path, { authorization: 'Bearer one' });
    await store();
    expect(await viewsOf(id)).toBe(4);
  });

  it('counts a page once, and the places of an organization as its own', async () => {
    const { id, slug } = await anyRecord();
    for (const page of [`/es/organization/${slug}`, `/en/listing/${slug}?near=El+Paso`]) {
      expect((await request(at.app.getHttpServer()).get(page)).status).toBe(200);
    }
    await at.api.get(`/v1/listings/${slug}`);
    await store();
    expect(await viewsOf(id)).toBe(3);
  });

  it('counts neither what is fetched in advance nor what is not there', async () => {
    const { id, slug } = await anyRecord();
    const path = `/v1/organizations/${slug}`;
    await at.api.get(path, { 'sec-purpose': 'prefetch' });
    await at.api.get(path, { purpose: 'prefetch' });
    await request(at.app.getHttpServer()).head(path);
    await at.api.get('/v1/organizations/there-is-none');
    await at.api.get(`/v1/organizations?q=${slug}`);
    await store();
    expect(await viewsOf(id)).toBe(0);
  });

  it('stores a number for each day, and nothing else, for 90 days', async () => {
    const { id, slug } = await anyRecord();
    const on = (day: string) =>
      vi.spyOn(at.app.get(Clock), 'now').mockReturnValue(new Date(`${day}T12:00:00Z`));
    for (const day of ['2026-01-01', '2026-01-02']) {
      on(day);
      await at.api.get(`/v1/organizations/${slug}`);
      await store();
    }
    const rows = await at.db.query(`SELECT * FROM record_view WHERE record_id = $1 ORDER BY day`, [
      id,
    ]);
    expect(rows.map((row: object) => Object.keys(row))).toEqual([
      ['record_id', 'day', 'views'],
      ['record_id', 'day', 'views'],
    ]);
    expect(await seenOf(id)).toBeGreaterThan(0);
    on('2026-04-01');
    await store();
    expect(await viewsOf(id)).toBe(1);
    on('2026-04-02');
    await store();
    expect(await viewsOf(id)).toBe(0);
    expect(await seenOf(id)).toBe(0);
  });

  it('is answered and counted on while the database cannot be written to', async () => {
    const { id, slug } = await anyRecord();
    const path = `/v1/organizations/${slug}`;
    await at.db.query(`ALTER TABLE record_view RENAME TO record_view_away`);
    try {
      expect((await at.api.get(path)).status).toBe(200);
      await store();
      expect((await at.api.get(path)).status).toBe(200);
    } finally {
      await at.db.query(`ALTER TABLE record_view_away RENAME TO record_view`);
    }
    await store();
    expect(await viewsOf(id)).toBe(2);
  });
});

describe('a server that does not count', () => {
  let off: OwnTestApp;
  beforeAll(async () => {
    off = await startTestApp({ COUNT_VIEWS: 'off' });
  });
  afterAll(async () => {
    await off?.stop();
  });

  it('stores nothing', async () => {
    const path = '/v1/organizations/annunciation-house';
    const { id } = (await off.api.get(path)).body;
    const before = await viewsOf(id, off);
    await off.api.get(path);
    await store(off);
    expect(await viewsOf(id, off)).toBe(before);
  });
});
