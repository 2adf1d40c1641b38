import request from 'supertest';
import { e164Pattern, type Listing } from '#contract';
import { type Language, languages } from '#site';
import { anOrganization, removeTestOrganizations } from '../support/builders.ts';
import { startTestApp, type TestApp } from '../support/test-app.ts';

const ORIGIN = 'https://amparo.example';

let at: TestApp;
let read: (path: string) => request.Test;
beforeAll(async () => {
  at = await startTestApp({ PUBLIC_URL: ORIGIN });
  read = (path) => request(at.app.getHttpServer()).get(path);
});
afterAll(async () => {
  await removeTestOrganizations(at.db);
  await at.stop();
});

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

describe('the sitemap', () => {
  it('is named by robots.txt, which keeps nobody out', async () => {
    const { status, headers, text } = await read('/robots.txt');
    expect(status).toBe(200);
    expect(headers['content-type']).toBe('text/plain; charset=utf-8');
    expect(text).toContain(`Sitemap: ${ORIGIN}/sitemap.xml`);
    expect(text).not.toContain('Disallow');
  });

  it('lists every page once in each language, and each is there', async () => {
    const { status, headers, text } = await read('/sitemap.xml');
    expect(status).toBe(200);
    expect(headers['content-type']).toBe('application/xml; charset=utf-8');
    expect(headers.etag).toBeDefined();
    const listed = [...text.matchAll(/<loc>(.*?)<\/loc>/g)].map(([, url]) => String(url));
    const known = new Set(listed);
    expect(known.size).toBe(listed.length);
    const records = await at.db.query<{ path: string }[]>(
      `SELECT 'listing/' || slug AS path FROM listing
       UNION ALL SELECT kind || '/' || slug FROM directory_card 
        WHERE kind IN ('organization', 'facility')
       UNION ALL SELECT 'guide/' || slug FROM guide
       UNION ALL SELECT 'service/' || code FROM taxonomy_term`,
    );
    const others = [
      '',
      'help-lines',
      'facilities',
      'guides',
      'about',
      'about/data',
      'privacy',
      'state/US-TX',
    ];
    for (const language of Object.keys(languages)) {
      for (const path of [...others, ...records.map((record) => record.path)]) {
        const url = `${ORIGIN}/${language}/${path}`;
        expect([url, known.has(url)]).toEqual([url, true]);
      }
    }
    for (const url of listed.filter((_, index) => index % 31 === 0)) {
      const page = await read(url.replace(ORIGIN, ''));
      expect([url, page.status]).toEqual([url, 200]);
      expect(page.text).toContain(`<link rel="canonical" href="${url}"/>`);
    }
  });

  it('is well formed, and dates what has changed', async () => {
    const { text } = await read('/sitemap.xml');
    const open: string[] = [];
    for (const [tag, end, name, itself] of text.matchAll(
      /<(\/?)([a-z:]+)(?:\s[^<>"]+="[^<>"]*")*(\/?)>/g,
    )) {
      if (end) expect([tag, open.pop()]).toEqual([tag, name]);
      else if (!itself) open.push(String(name));
    }
    expect(open).toEqual([]);
    const rest = text.replace(/<[^<>]+>/g, '');
    expect(rest).not.toMatch(/[<>]/);
    const entry = /<url><loc>[^<]*\/es\/listing\/casa-alitas<.*?<\/url>/.exec(text)?.[0] ?? '';
    expect(entry).toMatch(/<lastmod>\d{4}-\d{2}-\d{2}<\/lastmod>/);
    for (const language of Object.keys(languages)) {
      expect(entry).toContain(
        `hreflang="${language}" href="${ORIGIN}/${language}/listing/casa-alitas"`,
      );
    }
  });

  it('says the address of the request where none is configured, and is then not kept', async () => {
    const bare = await startTestApp();
    const ask = request(bare.app.getHttpServer()).get('/sitemap.xml').set('host', 'a&b.example');
    const { text, headers } = await ask;
    expect(text).toContain('<loc>http://a&#38;b.example/en/</loc>');
    expect(headers['cache-control']).toBe('no-store');
    const other = await request(bare.app.getHttpServer())
      .get('/robots.txt')
      .set('host', 'c.example');
    expect(other.text).toContain('Sitemap: http://c.example/sitemap.xml');
    await bare.stop();
  });

  it('has no further files when one is enough', async () => {
    for (const path of ['/sitemap-0.xml', '/sitemap-2.xml', '/sitemap-x.xml']) {
      expect([path, (await read(path)).status]).toEqual([path, 404]);
    }
  });
});

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

describe('what search engines are told of a listing', () => {
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

describe('the picture of a page', () => {
  const picture = (path: string) =>
    read(path)
      .buffer(true)
      .parse((response, done) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => done(null, Buffer.concat(chunks)));
      });

  it.each(['listing/casa-alitas', 'organization/annunciation-house', 'state/US-AZ', 'about', ''])(
    'is named by the page, and is a PNG of 1200 by 630: %s',
    async (path) => {
      for (const language of Object.keys(languages)) {
        const { text } = await read(`/${language}/${path}`);
        const image = /<meta property="og:image" content="([^"]+)"/.exec(text)?.[1] ?? '';
        expect(image.startsWith(ORIGIN)).toBe(true);
        const { status, headers, body } = await picture(image.replace(ORIGIN, ''));
        expect([image, status]).toEqual([image, 200]);
        expect(headers['content-type']).toBe('image/png');
        expect(headers['content-encoding']).toBeUndefined();
        expect(headers['cache-control']).toBe('public, max-age=3600');
        expect(body.subarray(1, 4).toString()).toBe('PNG');
        expect([body.readUInt32BE(16), body.readUInt32BE(20)]).toEqual([1200, 630]);
        const again = await read(image.replace(ORIGIN, '')).set(
          'if-none-match',
          String(headers.etag),
        );
        expect(again.status).toBe(304);
      }
    },
  );

  it('differs in each language and for each thing, and changes when a place closes', async () => {
    const paths = ['en/listing/casa-alitas', 'es/listing/casa-alitas', 'en/state/US-AZ'];
    const { slug } = await anOrganization(at.db, { name: 'Soon closed' });
    await at.settle();
    const pictures = await Promise.all(
      [...paths, `en/listing/${slug}`].map(async (path) => {
        const { body } = await picture(`/preview/${path}.png`);
        return (body as Buffer).toString('base64');
      }),
    );
    expect(new Set(pictures).size).toBe(4);
    const closed = await anOrganization(at.db, { name: 'Soon closed', status: 'closed' });
    await at.settle();
    const { body } = await picture(`/preview/en/listing/${closed.slug}.png`);
    expect(body.toString('base64')).not.toBe(pictures[3]);
  });

  it.each([
    '/preview/en/listing/nope.png',
    '/preview/xx/listing/casa-alitas.png',
    '/preview/en/listing/casa-alitas.svg',
    '/preview/en/nope.png',
    '/preview/',
  ])('that nobody has is not there: %s', async (path) => {
    expect((await read(path)).status).toBe(404);
  });

  it('bears any name', async () => {
    for (const name of ['x'.repeat(500), '<&"\'>', 'Año '.repeat(80), '\u202e\u0007 😀']) {
      const { slug } = await anOrganization(at.db, { name });
      await at.settle();
      expect((await picture(`/preview/en/organization/${slug}.png`)).status).toBe(200);
    }
  });
});

describe('a code for paper', () => {
  const code = (page: string) => read(`/qr.svg?${new URLSearchParams({ page })}`);

  it('is a drawing, another for each page', async () => {
    const pages = ['/en/', '/es/', '/en/?near=El+Paso', '/en/listing/casa-alitas'];
    const answers = await Promise.all(pages.map((page) => code(page)));
    for (const { status, headers } of answers) {
      expect(status).toBe(200);
      expect(headers['content-type']).toBe('image/svg+xml');
      expect(headers.etag).toBeDefined();
    }
    const drawings = answers.map(({ body }) => (body as Buffer).toString());
    expect(new Set(drawings).size).toBe(pages.length);
    expect(drawings[0]).toMatch(/^<svg [^>]+>.*<\/svg>$/s);
  });

  it('leads to a page of this site only', async () => {
    const strange = [
      'https://example.org/',
      '//example.org/en/',
      '/v1/listings',
      '/en/nothing/here',
      `/en/?near=${'x'.repeat(400)}`,
      '',
    ];
    for (const page of strange) expect([page, (await code(page)).status]).toEqual([page, 404]);
    expect((await read('/qr.svg')).status).toBe(404);
  });

  it('carries neither a cursor nor what a visitor added to the address', async () => {
    const plain = await code('/en/?near=El+Paso');
    const more = await code('/en/?near=El+Paso&cursor=abc&lat=31.1&session=1');
    expect(more.body.toString()).toBe(plain.body.toString());
  });
});
