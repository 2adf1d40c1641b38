import type { Overview } from '#contract';
import { Clock } from '../../src/public/shared/state/clock.ts';
import {
  addOrganization,
  anEditor,
  type Editor,
  removeEditors,
  revision,
} from '../editing/editor.ts';
import { sharedTestApp } from '../support/test-app.ts';

const at = sharedTestApp();

/** Noon of a day on which no other test changes anything, or so many days later. */
const noon = (daysLater = 0) => {
  const day = new Date(Date.now() + (DAYS_AHEAD + daysLater) * 86_400_000);
  return new Date(`${dayOf(day)}T12:00:00Z`);
};
const DAYS_AHEAD = 60;
const dayOf = (date: Date) => date.toISOString().slice(0, 10);
let reviewer: Editor;
beforeAll(async () => {
  reviewer = await anEditor(at);
});
beforeEach(() => {
  vi.spyOn(at.app.get(Clock), 'now').mockReturnValue(noon());
});
afterEach(() => {
  vi.restoreAllMocks();
});
afterAll(async () => {
  await at.db.query(`DELETE FROM suggestion`);
  await at.db.query(`DELETE FROM verification`);
  await removeEditors(at);
});

const overviewOf = async (editor: Editor): Promise<Overview> =>
  (await editor.get('/v1/admin/overview')).body;
const sum = (counts: { count: number }[]) => counts.reduce((total, { count }) => total + count, 0);
const totalOf = async (editor: Editor, query: string) =>
  (await editor.get(`/v1/admin/records?${query}`)).body.total;
const stillRight = { outcome: 'still_right', method: 'phone', note: null, date: dayOf(noon()) };

describe('the overview', () => {
  it('counts what the lists that it leads to have', async () => {
    const { body: verified } = await addOrganization(reviewer);
    await addOrganization(reviewer, { status: 'unknown' });
    const url = `/v1/admin/organizations/${verified.id}/verifications`;
    await reviewer.post(url, stillRight, { 'if-match': '"1"' });
    const text = 'The phone is wrong.';
    const { slug } = verified.document;
    await at.api.post('/v1/suggestions', { kind: 'organization', slug, text });
    const overview = await overviewOf(reviewer);
    for (const { kind, confirmed, due, never } of overview.records) {
      expect(await totalOf(reviewer, `kind=${kind}&due=fresh`)).toBe(confirmed);
      expect(await totalOf(reviewer, `kind=${kind}&due=due`)).toBe(due);
      expect(await totalOf(reviewer, `kind=${kind}&due=never`)).toBe(never);
    }
    expect(overview.records[0]?.confirmed).toBeGreaterThan(0);
    const queue = (await reviewer.get('/v1/admin/verification-queue')).body;
    expect(sum(overview.queue ?? [])).toBe(queue.total);
    expect(overview.queue?.find(({ harm }) => harm === 'possibly_closed')?.count).toBeGreaterThan(
      0,
    );
    expect(overview.suggestions).toContainEqual({ origin: 'reader', count: 1 });
    const changed = await totalOf(reviewer, 'changed_within_days=7');
    expect(sum(overview.changed)).toBe(changed);
    expect(overview.changed).toHaveLength(7);
    expect(overview.changed.at(-1)).toEqual({ day: dayOf(noon()), count: changed });
  });

  it('has the changes of seven days, and none before', async () => {
    const before = await overviewOf(reviewer);
    vi.mocked(at.app.get(Clock).now).mockReturnValue(new Date(`${dayOf(noon(-6))}T00:30:00Z`));
    await addOrganization(reviewer);
    vi.mocked(at.app.get(Clock).now).mockReturnValue(new Date(`${dayOf(noon(-7))}T23:30:00Z`));
    await addOrganization(reviewer);
    vi.mocked(at.app.get(Clock).now).mockReturnValue(noon());
    const after = await overviewOf(reviewer);
    expect(sum(after.changed)).toBe(sum(before.changed) + 1);
    expect(after.changed[0]).toEqual({ day: dayOf(noon(-6)), count: 1 });
  });

  it('of an editor counts what they may edit, and nothing else', async () => {
    const texan = await anEditor(at, { role: 'editor', scope: { regions: ['US-TX'] } });
    const nobody = await anEditor(at, { role: 'editor', scope: {} });
    const { body } = await addOrganization(texan);
    const text = 'It has moved.';
    await at.api.post('/v1/suggestions', { kind: 'organization', slug: body.document.slug, text });
    const [all, texas] = [await overviewOf(reviewer), await overviewOf(texan)];
    const recordsOf = ({ records }: Overview) =>
      records.reduce((total, { confirmed, due, never }) => total + confirmed + due + never, 0);
    expect(recordsOf(texas)).toBe(await totalOf(texan, ''));
    expect(recordsOf(texas)).toBeLessThan(recordsOf(all));
    expect(sum(texas.queue ?? [])).toBeLessThan(sum(all.queue ?? []));
    expect(sum(texas.suggestions ?? [])).toBeGreaterThan(0);
    expect(sum(texas.changed)).toBeGreaterThan(0);
    const empty = await nobody.get('/v1/admin/overview');
    expect([empty.status, empty.body.assigned]).toEqual([403, undefined]);
  });

  it('of a contributor has no work that they may not do', async () => {
    const contributor = await anEditor(at, { role: 'contributor' });
    const { queue, suggestions, records } = await overviewOf(contributor);
    expect([queue, suggestions]).toEqual([null, null]);
    expect(records.length).toBe(3);
  });
});

describe('the list of records', () => {
  it('is filtered by place, help, status and the days of the last change', async () => {
    const { body } = await addOrganization(reviewer, { status: 'unknown' });
    const found = async (query: string) => {
      const { items } = (await reviewer.get(`/v1/admin/records?q=${body.document.slug}&${query}`))
        .body;
      return items.length === 1;
    };
    expect(await found('region=US-TX')).toBe(true);
    expect(await found('region=US-NM')).toBe(false);
    expect(await found('service=legal')).toBe(true);
    expect(await found('service=food')).toBe(false);
    expect(await found('status=unknown')).toBe(true);
    expect(await found('status=active')).toBe(false);
    expect(await found('changed_within_days=1')).toBe(true);
    expect(await found('assigned=nobody')).toBe(true);
    expect(await found('assigned=me')).toBe(false);
  });

  it('is found by another name, without accents and in parts', async () => {
    const { body } = await addOrganization(reviewer, { alternate_names: ['Casa del Niño'] });
    const { items } = (await reviewer.get('/v1/admin/records?q=nino casa')).body;
    expect(items.map(({ id }: { id: string }) => id)).toContain(body.id);
  });

  it('is sorted by the last change and by when records are due', async () => {
    vi.mocked(at.app.get(Clock).now).mockReturnValue(noon(5));
    const { body: first } = await addOrganization(reviewer);
    vi.mocked(at.app.get(Clock).now).mockReturnValue(noon(6));
    const { body: second } = await addOrganization(reviewer);
    const ids = async (sort: string) => {
      const { items } = (await reviewer.get(`/v1/admin/records?sort=${sort}&page_size=500`)).body;
      return items.map(({ id }: { id: string }) => id);
    };
    expect((await ids('changed')).slice(0, 2)).toEqual([second.id, first.id]);
    const url = `/v1/admin/organizations/${first.id}`;
    const document = { ...first.document, website: 'https://example.org/new' };
    vi.mocked(at.app.get(Clock).now).mockReturnValue(noon(7));
    await reviewer.put(url, { document, revision }, 1);
    expect((await ids('changed')).slice(0, 2)).toEqual([first.id, second.id]);
    const verification = { ...stillRight, date: dayOf(noon(7)) };
    await reviewer.post(`${url}/verifications`, verification, { 'if-match': '"2"' });
    expect((await ids('verified'))[0]).toBe(first.id);
    const byDue = await ids('due');
    expect(byDue.indexOf(first.id)).toBeLessThan(byDue.indexOf(second.id));
  });
});
