import { e164Pattern, type Listing } from '#contract';
import { type Language, languages } from '#site';
import { anOrganization } from '../../../../test/directory/builders.ts';
import { ORIGIN, publicSite } from './public-site.ts';

const { at, read } = publicSite();

interface Thing {
  [property: string]: unknown;
}

/** What a page tells search engines: the thing itself, and the way to it. */
async function told(path: string): Promise<[Thing, Thing]> {
  const { status, text } = await read(path);
  expect([path, status]).toEqual([path, 200]);
  const json = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(text)?.[1] ?? '';
  expect(json).not.toContain('<');
  const document = JSON.parse(json);
  expect(document['@context']).toBe('https://schema.org');
  return document['@graph'];
}

async function everyListing(): Promise<Listing[]> {
  const rows = await at.db.query<{ slug: string }[]>(`SELECT slug FROM listing ORDER BY slug`);
  return await Promise.all(
    rows.map(async ({ slug }) => (await read(`/v1/listings/${slug}`)).body as Listing),
  );
}

/** Every property of a thing and of the things in it. */
function properties(value: unknown): [string, unknown][] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => [
    [name, inner] as [string, unknown],
    ...properties(inner),
  ]);
}

describe('links to the same page', () => {
  it.each([
    ['/en/?near=El+Paso&cost=free&open_now=true', '/en/?near=El+Paso'],
    ['/en/?region=US-AZ&service=legal&language=es', '/en/?region=US-AZ&service=legal'],
    ['/en/state/US-TX?cost=free', '/en/state/US-TX'],
  ])('leave out what makes no page of its own: %s', async (path, canonical) => {
    const { text } = await read(path);
    const escaped = canonical.replaceAll('&', '&amp;');
    expect(text).toContain(`<link rel="canonical" href="${ORIGIN}${escaped}"/>`);
    expect(text).toContain(`<meta property="og:url" content="${ORIGIN}${escaped}"/>`);
    expect(text).toContain(`hrefLang="x-default" href="${ORIGIN}${escaped}"`);
    expect(text).toContain(`hrefLang="es" href="${ORIGIN}${escaped.replace('/en/', '/es/')}"`);
  });

  it('never name the place where a list goes on', async () => {
    const { text } = await read('/en/');
    const next = /rel="next" href="([^"]+)"/.exec(text)?.[1]?.replaceAll('&amp;', '&') ?? '';
    expect(next).toContain('cursor');
    expect((await read(next)).text).toContain(`<link rel="canonical" href="${ORIGIN}/en/"/>`);
  });
});

describe('the structured data of a listing', () => {
  it('is what the directory knows, and nothing that it does not', async () => {
    for (const listing of await everyListing()) {
      const { slug, name, location, phones, status, hours, email, languages: spoken } = listing;
      const path = `/en/listing/${slug}`;
      const [thing, way] = await told(path);
      expect([path, thing.name]).toEqual([path, name]);
      expect(thing.mainEntityOfPage).toBe(ORIGIN + path);
      expect(way['@type']).toBe('BreadcrumbList');
      const all = properties(thing);
      for (const [property, value] of all) {
        expect([path, property, value === null || value === '' || value === undefined]).toEqual([
          path,
          property,
          false,
        ]);
      }
      const names = all.map(([property]) => property);
      const exact = location?.visibility === 'exact' && location.precision === 'address';
      expect([path, 'geo' in thing]).toEqual([path, exact]);
      expect([path, names.includes('streetAddress')]).toEqual([path, Boolean(location?.address)]);
      expect([path, names.includes('postalCode')]).toEqual([path, Boolean(location?.postal_code)]);
      if (status !== 'closed') {
        const numbers = all.filter(([property]) => property === 'telephone').map(([, n]) => n);
        expect(new Set(numbers)).toEqual(new Set(phones.map(({ number }) => number)));
        for (const number of numbers) expect(number).toMatch(e164Pattern);
        expect('email' in thing).toBe(email !== null);
        expect(names.includes('availableLanguage')).toBe(spoken.length > 0);
      }
      if (status !== 'active' || !hours) expect(names).not.toContain('hoursAvailable');
      expect([path, names.includes('opens')]).toEqual([path, status === 'closed' && !!location]);
    }
  });

  it('says of a closed place that it is never open, and gives no number to call', async () => {
    const [thing] = await told('/es/listing/casa-alitas');
    expect(thing['@type']).toBe('Place');
    expect(thing.description).toMatch(/ended on 26 January 2025/);
    expect(thing.openingHoursSpecification).toMatchObject({
      opens: '00:00',
      closes: '00:00',
      validFrom: '2025-01-26',
    });
    expect(thing).not.toHaveProperty('telephone');
    expect(thing).not.toHaveProperty('contactPoint');
  });

  it('gives a point only where it is the building', async () => {
    const point = { longitude: -106.45, latitude: 31.77 };
    const known = await anOrganization(at.db, { visibility: 'exact', address: '1 Main St', point });
    const secret = await anOrganization(at.db, { visibility: 'area', address: '2 Main St', point });
    await at.settle();
    const [open] = await told(`/en/listing/${known.slug}`);
    expect(open).toMatchObject({
      '@type': 'LegalService',
      geo: { '@type': 'GeoCoordinates', ...point },
      address: { streetAddress: '1 Main St', addressLocality: 'El Paso', addressCountry: 'US' },
      areaServed: [{ '@type': 'AdministrativeArea', name: 'Texas' }],
    });
    const [hidden] = await told(`/en/listing/${secret.slug}`);
    expect(hidden).not.toHaveProperty('geo');
    expect(hidden.address).toEqual({
      '@type': 'PostalAddress',
      addressLocality: 'El Paso',
      addressRegion: 'Texas',
      addressCountry: 'US',
    });
  });

  it('cannot break out of its place', async () => {
    const name = `</script><script>alert(1)</script>`;
    const { slug } = await anOrganization(at.db, { name });
    await at.settle();
    expect((await told(`/en/organization/${slug}`))[0].name).toBe(name);
  });
});

it.each([
  ['organization/annunciation-house', 'Organization', 2],
  ['state/US-AZ', 'CollectionPage', 2],
  ['service/legal', 'CollectionPage', 2],
  ['listing/annunciation-house', ['Organization', 'Place'], 3],
])('%s says what it is and the way to it', async (path, type, steps) => {
  for (const language of Object.keys(languages) as Language[]) {
    const [thing, way] = await told(`/${language}/${path}`);
    expect(thing['@type']).toEqual(type);
    expect(String(thing.name).length).toBeGreaterThan(3);
    const items = way.itemListElement as { position: number; item: string }[];
    expect(items.map(({ position }) => position)).toEqual(items.map((_, index) => index + 1));
    expect(items).toHaveLength(steps);
    expect(items.at(-1)?.item).toBe(`${ORIGIN}/${language}/${path}`);
    const list = (thing.mainEntity as Thing | undefined)?.itemListElement as { url: string }[];
    for (const { url } of list?.slice(0, 3) ?? []) {
      expect((await read(url.replace(ORIGIN, ''))).status).toBe(200);
    }
  }
});
