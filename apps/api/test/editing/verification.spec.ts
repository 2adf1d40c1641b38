import { Clock } from '../../src/public/shared/state/clock.ts';
import { sharedTestApp } from '../support/test-app.ts';
import { addOrganization, anEditor, type Editor, removeEditors, revision } from './editor.ts';

const at = sharedTestApp();
let editor: Editor;
beforeAll(async () => {
  editor = await anEditor(at);
});
afterEach(() => {
  vi.restoreAllMocks();
});
afterAll(async () => {
  await at.db.query(`DELETE FROM suggestion`);
  await at.db.query(`DELETE FROM verification`);
  await removeEditors(at);
});

const NOW = new Date('2026-11-30T12:00:00Z');
const on = (day: string) => {
  vi.spyOn(at.app.get(Clock), 'now').mockReturnValue(new Date(`${day}T12:00:00Z`));
};
const call = (outcome: string, date = '2026-11-30') => ({
  outcome,
  method: 'phone',
  note: null,
  date,
});
const verify = async (id: string, body: object, version: number) =>
  await editor.post(`/v1/admin/organizations/${id}/verifications`, body, {
    'if-match': `"${version}"`,
  });
const freshness = async (slug: string) => {
  await at.settle();
  return (await at.api.get(`/v1/organizations/${slug}`)).body.freshness;
};
const daysBetween = ({ verified_at, due_at }: { verified_at: string; due_at: string }) =>
  (Date.parse(due_at) - Date.parse(verified_at)) / 86_400_000;

describe('a verification', () => {
  it('confirms a record at once, until it is due', async () => {
    on('2026-11-30');
    const { body } = await addOrganization(editor);
    expect(await freshness(body.document.slug)).toBe('never');
    const { body: verified } = await verify(body.id, call('still_right'), 1);
    expect(verified).toMatchObject({
      version: 2,
      verified_at: NOW.toISOString(),
      document: body.document,
    });
    expect(await freshness(body.document.slug)).toBe('fresh');
    on('2027-03-10');
    expect(await freshness(body.document.slug)).toBe('due');
  });

  it.each([
    ['with hours', {}, 90],
    ['without hours', { services: [] }, 180],
    [
      'with a code',
      {
        speed_dials: [
          {
            code: '5512#',
            facility_ids: null,
            status: 'unverified' as const,
            verified_at: null,
            note: null,
            history: [],
          },
        ],
      },
      30,
    ],
    ['that may be closed', { status: 'unknown' as const }, 14],
  ])('of an organization %s lasts as long as its data', async (_, parts, days) => {
    on('2026-11-30');
    const { body } = await addOrganization(editor, parts);
    const { body: verified } = await verify(body.id, call('still_right'), 1);
    expect(daysBetween(verified)).toBe(days);
  });

  it('confirms a change that its author has saved, and no other', async () => {
    on('2026-11-30');
    const { body } = await addOrganization(editor);
    expect((await verify(body.id, call('changed'), 1)).status).toBe(409);
    const document = { ...body.document, name: 'Renamed' };
    await editor.put(`/v1/admin/organizations/${body.id}`, { document, revision }, 1);
    expect((await verify(body.id, call('still_right'), 1)).status).toBe(412);
    const verified = await verify(body.id, call('changed'), 2);
    expect(verified.body.verified_at).toBe(NOW.toISOString());
  });

  it.each(['no_answer', 'wrong_number', 'closed'])('%s confirms nothing', async (outcome) => {
    on('2026-11-30');
    const { body } = await addOrganization(editor);
    const { status, body: after } = await verify(body.id, call(outcome), 1);
    expect([status, after.verified_at, after.version]).toEqual([200, null, 1]);
    expect(await freshness(body.document.slug)).toBe('never');
  });

  it('that a place has closed waits for review', async () => {
    on('2026-11-30');
    const { body } = await addOrganization(editor);
    await verify(body.id, { ...call('closed'), note: 'The building is empty.' }, 1);
    const other = await anEditor(at);
    const { items } = (await other.get('/v1/admin/suggestions')).body;
    const found = items.find(({ record }: { record: { id: string } }) => record.id === body.id);
    expect(found).toMatchObject({
      text: 'The building is empty.',
      four_eyes: true,
      action: 'update',
    });
    expect((await editor.post(`/v1/admin/suggestions/${found.id}/accept`, {})).status).toBe(403);
    expect((await other.post(`/v1/admin/suggestions/${found.id}/accept`, {})).status).toBe(200);
    await at.settle();
    const listing = (await at.api.get(`/v1/listings/${body.document.slug}`)).body;
    expect(listing).toMatchObject({
      status: 'closed',
      notice: { what_happened: 'The building is empty.' },
    });
  });

  it('is of a day that has come, and not before the last one', async () => {
    on('2026-11-30');
    const { body } = await addOrganization(editor);
    const tomorrow = await verify(body.id, call('still_right', '2026-12-01'), 1);
    expect(tomorrow.body.errors).toMatchObject([{ name: 'date' }]);
    await verify(body.id, call('still_right'), 1);
    const earlier = await verify(body.id, call('still_right', '2026-11-01'), 2);
    expect(earlier.body.errors).toMatchObject([{ name: 'date' }]);
  });
});

describe('the queue', () => {
  interface Item {
    harm: string;
    attempts: object[];
    record: { id: string; version: number };
  }
  const isFresh = ({ attempts }: Item) => attempts.length === 0;
  const queue = async (): Promise<Item[]> => {
    const items: Item[] = [];
    let next: string | null = '';
    while (next !== null) {
      const cursor: string = next && `&cursor=${next}`;
      const { body } = await editor.get(`/v1/admin/verification-queue?limit=20${cursor}`);
      items.push(...body.items);
      next = body.next;
    }
    return items;
  };
  const place = async (id: string) => (await queue()).findIndex(({ record }) => record.id === id);

  it('has what is due, the most harmful first, each record once', async () => {
    on('2026-11-30');
    const closing = (await addOrganization(editor, { status: 'unknown' })).body;
    const never = (await addOrganization(editor)).body;
    const verified = (await addOrganization(editor)).body;
    await verify(verified.id, call('still_right'), 1);
    const items = await queue();
    const ids = items.map(({ record }) => record.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).not.toContain(verified.id);
    expect(ids.indexOf(closing.id)).toBeLessThan(ids.indexOf(never.id));
    const order = ['possibly_closed', 'wrong_number', 'code', 'requested', 'never', 'due'];
    const harms = items.filter(isFresh).map(({ harm }) => order.indexOf(harm));
    expect(harms).toEqual([...harms].sort());
    const { total } = (await editor.get('/v1/admin/verification-queue')).body;
    expect(total).toBe(ids.length);
    on('2027-03-10');
    expect(await place(verified.id)).toBeGreaterThan(await place(never.id));
  });

  it('puts a record that nobody answered for behind the others, for two days', async () => {
    on('2026-11-30');
    const { body } = await addOrganization(editor, { status: 'unknown' });
    await verify(body.id, call('no_answer'), 1);
    const lastFresh = (await queue()).findLastIndex(isFresh);
    expect(await place(body.id)).toBeGreaterThan(lastFresh);
    on('2026-12-03');
    const firstNever = (await queue()).findIndex(({ harm }) => harm === 'never');
    expect(await place(body.id)).toBeLessThan(firstNever);
  });

  it('has all that a call needs', async () => {
    on('2026-11-30');
    const { body } = await addOrganization(editor, { status: 'unknown', name: 'Test to call' });
    await verify(body.id, { ...call('wrong_number'), note: 'A bakery.' }, 1);
    const item = (await queue()).find(({ record }) => record.id === body.id);
    expect(item).toMatchObject({
      harm: 'wrong_number',
      name: 'Test to call',
      phone: { number: '+19155454509', extension: '5' },
      record: { version: 1, document: { slug: body.document.slug } },
      attempts: [{ outcome: 'wrong_number', note: 'A bakery.' }],
      topics: expect.arrayContaining([
        { topic: 'phones', values: ['+19155454509 ext. 5'] },
        { topic: 'hours', values: ['In the mornings', 'MO,TU 09:00-12:30, By appointment'] },
        { topic: 'addresses', values: ['1 Test Street, El Paso, US-TX'] },
      ]),
    });
  });
});
