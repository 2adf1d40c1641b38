import type { ApiClient } from '../../api-client/fetch-json.ts';
import { loadBooklet } from './load-booklet.ts';

interface Fake {
  name: string;
  city: string | null;
  source_date?: string;
}

/** Answers pages of 100 listings, as the API does. */
function askerOf(places: Fake[]): ApiClient {
  const listings = places.map(({ name, city, source_date = null }) => ({
    name,
    source_date,
    location: city ? { city, region: 'US-AZ' } : null,
  }));
  return async <Answer>(url: string) => {
    const { pathname, searchParams } = new URL(url, 'http://localhost');
    if (pathname === '/v1/help-lines') return { items: [], next: null } as Answer;
    const start = Number(searchParams.get('cursor') ?? 0);
    const end = start + 100;
    const next = end < listings.length ? String(end) : null;
    return { items: listings.slice(start, end), next } as Answer;
  };
}

it('is in the order of towns, with what has no town at the end', async () => {
  const { towns, whole } = await loadBooklet(
    'US-AZ',
    askerOf([
      { name: 'a', city: 'Tucson' },
      { name: 'b', city: null },
      { name: 'c', city: 'Ajo' },
      { name: 'd', city: 'Tucson' },
    ]),
  );
  const names = towns.map(({ name, listings }) => [name, listings.map((listing) => listing.name)]);
  expect(names).toEqual([
    ['Ajo, AZ', ['c']],
    ['Tucson, AZ', ['a', 'd']],
    [null, ['b']],
  ]);
  expect(whole).toBe(true);
});

it('tells how old its sources are, and nothing where none is dated', async () => {
  const dated = await loadBooklet(
    'US-AZ',
    askerOf([
      { name: 'a', city: 'Ajo', source_date: '2026-07' },
      { name: 'b', city: 'Ajo', source_date: '2018-09-10' },
      { name: 'c', city: 'Ajo' },
    ]),
  );
  expect(dated.sources).toEqual({ oldest: '2018-09-10', newest: '2026-07' });
  expect((await loadBooklet('US-AZ', askerOf([]))).sources).toBeNull();
});

it('ends where nobody would print on, and says so', async () => {
  const many = Array.from({ length: 1200 }, (_, index) => ({ name: `${index}`, city: 'Ajo' }));
  const { towns, whole } = await loadBooklet('US-AZ', askerOf(many));
  expect(towns[0]?.listings).toHaveLength(500);
  expect(whole).toBe(false);
});
