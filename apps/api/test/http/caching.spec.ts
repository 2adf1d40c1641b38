import request, { type Response } from 'supertest';
import { sharedTestApp } from '../support/test-app.ts';

const at = sharedTestApp();

const PRIVATE = 'private, no-store';
const EACH_MINUTE = 'public, max-age=60, must-revalidate';
const POSITION = 'lat=31.76&lon=-106.45';

/** The first that matches a route tells whether its responses may be stored, and read by any site. */
const EXPECTED: [route: RegExp, cacheControl: string, crossOrigin: boolean][] = [
  [/^[A-Z]+ \/v1\/(admin|auth)\//, PRIVATE, false],
  [/^GET \/v1\/suggestions\/form$/, PRIVATE, false],
  [/^GET \/confirm\//, PRIVATE, false],
  [/^POST \/v1\/nearby$/, PRIVATE, true],
  [/^POST /, PRIVATE, false],
  [/^GET \/(v1\/|openapi\.json$)/, EACH_MINUTE, true],
  [/^GET \/(docs|docs\/start\.js)$/, EACH_MINUTE, false],
  [/^GET \/docs\/assets\/\*$/, 'public', false],
  [/^GET \/(robots\.txt|sitemap.*|qr\.svg)$/, PRIVATE, false],
  [/^GET \/preview\/\*$/, 'public, max-age=3600', false],
  [/^GET \/[a-z]{2}\/(\*|offline)$/, EACH_MINUTE, false],
  [/^GET \/admin(\/\*)?$/, PRIVATE, false],
  [/^GET \/admin\/assets\//, 'public, max-age=31536000, immutable', false],
  [/^GET \/([a-z]{2})?$/, PRIVATE, false],
  [/^GET \/(health\/\w+|\*)$/, PRIVATE, false],
  [/^GET \/assets\//, 'public, max-age=31536000, immutable', false],
  [/^GET \/sw\.js(\.gz|\.br)?$/, 'public, max-age=0, must-revalidate', false],
  [
    /^GET \/(basemap\/|icon\.svg|app\.webmanifest|worker-texts\.json)/,
    'public, max-age=86400',
    false,
  ],
];

const EXAMPLES: Record<string, string> = {
  '/v1/nearby': '/v1/nearby?near=El+Paso',
  '/v1/map': '/v1/map?bbox=-107,31,-106,32&zoom=9',
  '/v1/places': '/v1/places?q=tucson',
  '/v1/listings/:id': '/v1/listings/annunciation-house',
  '/v1/organizations/:slug': '/v1/organizations/annunciation-house',
  '/v1/help-lines/:slug': '/v1/help-lines/findhello',
  '/v1/facilities/:slug': '/v1/facilities/el-paso-service-processing-center',
  '/v1/facilities/:slug/help': '/v1/facilities/el-paso-service-processing-center/help',
  '/v1/guides/:slug': '/v1/guides/what-asylum-is',
  '/docs/assets/*': '/docs/assets/swagger-ui.css',
  '/preview/*': '/preview/es/listing/annunciation-house.png',
  '/qr.svg': '/qr.svg?page=/es/',
  '/sitemap-:file(^\\d+).xml': '/sitemap-1.xml',
};

function ask(path: string, headers: Record<string, string> = {}): request.Test {
  return request(at.app.getHttpServer())
    .get(path)
    .set({ accept: '*/*', ...headers });
}

/** Every URL pattern of the framework's router, once for each method except HEAD. */
function routes(): { method: string; pattern: string }[] {
  const parents: string[] = [];
  const tree = at.app.getHttpAdapter().getInstance().printRoutes({ commonPrefix: false });
  return tree.split('\n').flatMap((line) => {
    const [, indent = '', part = '', methods = ''] =
      /^([│ ]*)[├└]── (.*?)(?: \(([A-Z, ]+)\))?$/.exec(line) ?? [];
    parents.splice(indent.length / 4, parents.length, part);
    const pattern = parents.join('').replace(/(\w)\*$/, '$1/*');
    return methods
      .split(', ')
      .filter((method) => method !== '' && method !== 'HEAD')
      .map((method) => ({ method, pattern: pattern.replace('/docs/*', '/docs/assets/*') }));
  });
}

async function exampleOf(pattern: string): Promise<string> {
  if (pattern === '/v1/speed-dials/:id') {
    const { body } = await ask('/v1/speed-dials?limit=1');
    return `/v1/speed-dials/${body.items[0].id}`;
  }
  return EXAMPLES[pattern] ?? pattern.replace('*', '');
}

const cacheOf = ({ headers }: Response) => headers['cache-control'];

describe('what may be stored, and read by other sites', () => {
  it('is told by each route, and nothing is without being told', async () => {
    const all = routes();
    expect(all.length).toBeGreaterThan(50);
    for (const { method, pattern } of all) {
      const route = `${method} ${pattern}`;
      const [, cache, crossOrigin] = EXPECTED.find(([one]) => one.test(route)) ?? [];
      const path = pattern === '/*' ? '/nowhere' : await exampleOf(pattern);
      const verb = method.toLowerCase() as 'post' | 'put' | 'delete';
      const response =
        method === 'GET' ? await ask(path) : await request(at.app.getHttpServer())[verb](path);
      expect([route, response.status < 500, cacheOf(response)]).toEqual([
        route,
        true,
        cache === 'public' ? expect.stringMatching(/^public/) : cache,
      ]);
      const origin = response.headers['access-control-allow-origin'];
      expect([route, origin]).toEqual([route, crossOrigin ? '*' : undefined]);
    }
  });

  it('is decided by the route, however its URL is written', async () => {
    expect(cacheOf(await ask(`/%761/nearby?${POSITION}`))).toBe(PRIVATE);
    expect(cacheOf(await ask(`/v1/%6Eearby?${POSITION}`))).toBe(PRIVATE);
    expect(cacheOf(await ask(`/v1/nearby?l%61t=31.76&lon=-106.45`))).toBe(PRIVATE);
    const encoded = await ask('/%761/regions');
    expect(cacheOf(encoded)).toBe(EACH_MINUTE);
    expect(encoded.headers['access-control-allow-origin']).toBe('*');
  });

  it('is no failure, nor what is missing', async () => {
    for (const path of ['/v1/listings/nowhere', '/v1/listings?limit=0', '/en/listing/nowhere']) {
      expect([path, cacheOf(await ask(path))]).toEqual([path, PRIVATE]);
    }
  });
});

/**
 * Changes a name in the stored page of an organization without telling anyone, so that a response
 * with the old name is one that was stored, and one with the new name was not.
 */
describe('a stored response', () => {
  const PATH = '/v1/organizations/annunciation-house';
  const rename = async (from: string, to: string) => {
    await at.db.query(
      `UPDATE directory_card SET card = replace(card, $1, $2)
        WHERE kind = 'organization' AND slug = 'annunciation-house'`,
      [from, to],
    );
  };
  const nameOf = ({ text }: Response) => (text.includes('Renamed House') ? 'new' : 'old');
  const forget = async () => {
    await at.db.query(
      `INSERT INTO change (kind, record_id, action)
       SELECT 'organization', id, 'updated' FROM organization WHERE slug = 'annunciation-house'`,
    );
    await at.settle();
  };
  beforeEach(forget);
  afterEach(async () => {
    await rename('Renamed House', 'Annunciation House');
    await forget();
  });

  it('is sent to everyone without credentials, and to nobody with them', async () => {
    await ask(PATH);
    await rename('Annunciation House', 'Renamed House');
    expect(nameOf(await ask(PATH))).toBe('old');
    for (const headers of [{ authorization: 'Bearer one' }, { cookie: 'session=one' }]) {
      const response = await ask(PATH, headers);
      expect(nameOf(response)).toBe('new');
      expect(cacheOf(response)).toBe(PRIVATE);
      expect(response.headers.etag).toBeUndefined();
    }
    expect(nameOf(await ask(PATH))).toBe('old');
  });

  it('does not come from a request with credentials', async () => {
    await ask(PATH, { authorization: 'Bearer one' });
    await ask(PATH, { cookie: 'session=one' });
    await rename('Annunciation House', 'Renamed House');
    expect(nameOf(await ask(PATH))).toBe('new');
  });

  it('is the same for parameters and hosts that make no difference', async () => {
    const page = '/en/organization/annunciation-house';
    await ask(page, { host: 'amparo.test' });
    await rename('Annunciation House', 'Renamed House');
    expect(nameOf(await ask(`${page}?utm_source=news&x=1`))).toBe('old');
    expect(nameOf(await ask(page, { host: 'other.test' }))).toBe('old');
    expect(nameOf(await ask(page, { 'x-forwarded-host': 'evil.test' }))).toBe('old');
  });

  it('is another one for parameters that make a difference, however they are written', async () => {
    const all = await ask('/en/');
    const legal = await ask('/en/?service=legal');
    const encoded = await ask('/en/?s%65rvice=legal&x=1');
    expect(legal.text).not.toBe(all.text);
    expect(encoded.text).toBe(legal.text);
  });
});

describe('without a public URL', () => {
  it('a page links to itself relatively, whatever host it was asked at', async () => {
    const { text } = await ask('/en/listing/annunciation-house', {
      host: 'evil.test',
      'x-forwarded-host': 'evil.test',
      'x-forwarded-proto': 'javascript',
    });
    expect(text).not.toMatch(/evil\.test|javascript:/);
    expect(text).toContain('<link rel="canonical" href="/en/listing/annunciation-house"/>');
  });

  it.each(['/robots.txt', '/sitemap.xml', '/qr.svg?page=/es/'])(
    '%s names the host it was asked at, for this request alone',
    async (path) => {
      const response = await ask(path, { host: 'mine.test' });
      expect([response.status, cacheOf(response)]).toEqual([200, PRIVATE]);
      expect(response.headers.etag).toBeUndefined();
      const broken = await ask(path, { host: 'no host"' });
      expect(broken.status).toBe(400);
    },
  );
});
