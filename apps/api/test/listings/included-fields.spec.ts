import type { ListedHelpLine, ListedListing } from '#contract';
import { rawClient } from '../support/raw-client.ts';
import { sharedTestApp } from '../support/test-app.ts';

const at = sharedTestApp();

const SUMMARY = [
  'distance_m',
  'freshness',
  'id',
  'location',
  'name',
  'open',
  'organization',
  'phone',
  'service_types',
  'slug',
  'source_date',
  'status',
  'website',
];
const names = (record: object) => Object.keys(record).sort();

describe('a list', () => {
  it('contains what a card needs, and single records everything', async () => {
    const { body } = await at.api.get('/v1/listings?region=US-AZ');
    for (const item of body.items) expect(names(item)).toEqual(SUMMARY);
    const [first] = body.items;
    const { body: one } = await at.api.get(`/v1/listings/${first.slug}`);
    expect(one).toMatchObject(first);
    expect(names(one)).toEqual(
      expect.arrayContaining(['phones', 'services', 'sources', 'translations', 'hours']),
    );
  });

  it('contains more on demand, and everything with all of it', async () => {
    const [{ slug }] = (await at.api.get('/v1/listings?limit=1')).body.items;
    const { body: one } = await at.api.get(`/v1/listings/${slug}`);
    const first = async (query: string) =>
      (await at.api.get(`/v1/listings?limit=1&${query}`)).body.items[0];
    expect(await first('include=sources,details,translations')).toEqual(one);
    expect(names(await first('include=sources'))).toEqual([...SUMMARY, 'sources'].sort());
    expect(names(await first('fields=phones,hours'))).toEqual(
      [...SUMMARY, 'phones', 'hours'].sort(),
    );
    expect(await first('fields=location')).toMatchObject({ location: one.location });
    const { sources, translations, ...details } = one;
    expect(await first('include=details')).toEqual(details);
    expect([sources, translations]).toEqual([expect.any(Array), expect.any(Array)]);
  });

  it.each([
    ['/v1/listings?include=everything', 'include', 'sources, translations, details'],
    ['/v1/listings?fields=shoe_size', 'fields', 'phones'],
    ['/v1/help-lines?fields=location', 'fields', 'phones'],
  ])('refuses fields that do not exist, and says which do: %s', async (path, name, known) => {
    const { status, body } = await at.api.get(path);
    expect([status, body.errors[0].name]).toEqual([400, name]);
    expect(body.errors[0].detail).toContain(known);
  });

  it.each(['organizations', 'help-lines', 'facilities'])(
    'of %s adds fields as well',
    async (name) => {
      const read = async (query: string) =>
        (await at.api.get(`/v1/${name}?${query}`)).body.items[0];
      expect(await read('')).not.toHaveProperty('sources');
      expect(await read('include=sources')).toMatchObject({ sources: expect.any(Array) });
      expect(await read('include=details')).toMatchObject(await read(''));
      expect(await read('include=details')).toHaveProperty('confidence');
    },
  );
});

describe('the nearest', () => {
  it.each([
    ['near=El+Paso', 'identity', 14_000],
    ['near=El+Paso', 'br', 3_500],
    ['lat=31.76&lon=-106.49', 'br', 3_500],
  ])('come in few bytes: %s as %s', async (place, encoding, most) => {
    const response = await fetch(`${await at.app.getUrl()}/v1/nearby?${place}&limit=20`, {
      headers: { 'accept-encoding': encoding },
    });
    const bytes = Number(response.headers.get('content-length'));
    expect(((await response.json()) as { items: unknown[] }).items).toHaveLength(20);
    expect(bytes).toBeLessThanOrEqual(most);
    expect(bytes).toBeGreaterThan(0);
  });

  it('come with the help by phone that fits best, and links to the rest', async () => {
    const { body } = await at.api.get('/v1/nearby?near=El+Paso');
    expect([body.remote.length, body.help_lines.length]).toEqual([3, 3]);
    const ask = rawClient(at.app);
    for (const name of ['remote', 'help_lines'] as const) {
      const { items } = JSON.parse((await ask(body.more[name])).text);
      const found: (ListedListing | ListedHelpLine)[] = items;
      expect(found.length).toBeGreaterThanOrEqual(body[name].length);
      const ids = new Set(found.map(({ id }) => id));
      expect(body[name].every(({ id }: { id: string }) => ids.has(id))).toBe(true);
    }
  });

  it('keep a position out of these links', async () => {
    const { body } = await at.api.post('/v1/nearby', { lat: 31.761, lon: -106.485 });
    expect(JSON.stringify(body.more)).not.toMatch(/31\.|106\.|lat|lon/);
    expect(body.more.remote).toBe('/v1/listings?remote=true&serves=US-TX');
  });
});
