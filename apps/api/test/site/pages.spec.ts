import request from 'supertest';
import { languages, namedPages } from '#site';
import { anOrganization } from '../../../../test/directory/builders.ts';
import { sharedTestApp } from '../support/test-app.ts';

const NAMES: Record<(typeof namedPages)[number], string> = {
  listing: 'casa-alitas',
  organization: 'annunciation-house',
  state: 'US-AZ',
  service: 'legal',
  facility: '',
  wallet: '',
  guide: 'what-asylum-is',
  print: 'US-AZ',
};

const at = sharedTestApp();
const read = (path: string, headers: Record<string, string> = {}) =>
  request(at.app.getHttpServer())
    .get(encodeURI(path))
    .set({ host: 'amparo.example', ...headers });

beforeAll(async () => {
  const { body } = await read('/v1/facilities?limit=1');
  NAMES.facility = body.items[0].slug;
  NAMES.wallet = NAMES.facility;
});
/** The texts of all elements of a kind, as a reader sees them. */
function texts(html: string, element: string): string[] {
  return [...html.matchAll(new RegExp(`<${element}[ >].*?</${element}>`, 'gs'))].map(([whole]) =>
    whole.replace(/<!--.*?-->|<[^>]+>/gs, '').trim(),
  );
}

/** The names in the list of results. */
function found(html: string): string[] {
  const list = /<ol class="cards">.*?<\/ol>/s.exec(html)?.[0] ?? '';
  return texts(list, 'h3').map((name) => name.replace(/^\d+/, ''));
}

describe('the first page', () => {
  it.each([
    ['es-MX,es;q=0.9,en;q=0.8', '/es/'],
    ['fi, en;q=0.5', '/en/'],
    ['en;q=0.1, es;q=0.7', '/es/'],
    ['zh-TW,zh;q=0.9,en;q=0.8', '/zh/'],
    ['prs-AF, en;q=0.5', '/fa/'],
    ['', '/en/'],
  ])('is in the language that a browser wants: %s', async (wanted, location) => {
    const { status, headers } = await read('/?near=El Paso', { 'accept-language': wanted });
    expect(status).toBe(302);
    expect(headers.location).toBe(`${location}?near=El%20Paso`);
    expect(headers.vary).toContain('Accept-Language');
  });
});

describe('an address that leads nowhere', () => {
  const browser = { accept: 'text/html,application/xhtml+xml', 'accept-language': 'es' };

  it.each(['/zz/', '/hospital', '/zz/listing/casa-alitas'])(
    'is a helpful page for a reader, in their language: %s',
    async (path) => {
      const { status, headers, text } = await read(path, browser);
      expect([status, headers['content-type']]).toEqual([404, 'text/html; charset=utf-8']);
      expect(text).toContain('<html lang="es"');
      expect(text).toContain('href="/es/help-lines"');
      expect(headers['cache-control']).toBe('private, no-store');
    },
  );

  it.each([
    ['/zz/', { accept: '*/*' }],
    ['/v1/nope', browser],
  ])('is a problem for a program: %s', async (path, headers) => {
    const answer = await read(path, headers as Record<string, string>);
    expect([answer.status, answer.headers['content-type']]).toEqual([
      404,
      'application/problem+json; charset=utf-8',
    ]);
  });
});

describe.each(Object.keys(languages))('every page in %s', (language) => {
  it.each(['', ...namedPages, 'help-lines', 'about', 'privacy'])(
    'is whole without script: /%s',
    async (page) => {
      const name = NAMES[page as keyof typeof NAMES];
      const path = `/${language}/${[page, name].filter(Boolean).join('/')}`;
      const { status, headers, text } = await read(path);
      expect([path, status]).toEqual([path, 200]);
      expect(headers['content-type']).toBe('text/html; charset=utf-8');
      expect(headers['set-cookie']).toBeUndefined();
      const direction = ['ar', 'fa'].includes(language) ? 'rtl' : 'ltr';
      expect(text).toContain(`<html lang="${language}" dir="${direction}">`);
      expect(texts(text, 'h1')).toHaveLength(1);
      expect(texts(text, 'title')[0]).toContain('Amparo');
      expect(text).toMatch(/<meta name="description" content="[^"]{12,}"/);
      for (const other of Object.keys(languages)) {
        const there = `/${other}${path.slice(3)}`;
        expect(text).toContain(`hrefLang="${other}" href="${there}"`);
      }
    },
  );

  it('that does not exist says what to do instead', async () => {
    for (const path of ['nope', 'listing/nope', 'state/US-ZZ', 'about/us', 'listing/a/b']) {
      const { status, text } = await read(`/${language}/${path}`);
      expect([path, status]).toEqual([path, 404]);
      expect(text).toContain(`action="/${language}/"`);
      expect(text).toContain('noindex');
    }
  });
});

it.each([
  ['es', 'legal', 'Ayuda legal'],
  ['ru', 'legal', 'Юридическая помощь'],
  ['zh', 'legal', '法律援助'],
])('a kind of help is called in %s as the language calls it', async (language, code, name) => {
  const { text } = await read(`/${language}/service/${code}`);
  expect(texts(text, 'h1')).toEqual([name]);
});

it('states keep the names that stand on their signs', async () => {
  const { text } = await read('/ru/');
  for (const [code, name] of [
    ['US-NM', 'New Mexico'],
    ['MX-NLE', 'Nuevo León'],
    ['XB-MX-CA', 'Мексика и Калифорния'],
  ]) {
    expect(text).toContain(`<option value="${code}">${name} (`);
  }
});

it.each(Object.keys(languages))(
  'a page in %s begins with its own texts alone',
  async (language) => {
    const { text } = await read(`/${language}/about`);
    const fetched = [...text.matchAll(/<script type="module" src="\/assets\/(..)-/g)];
    expect(fetched.map(([, name]) => name)).toEqual([language]);
  },
);

describe('without script', () => {
  it('a place is found by a form, the nearest first', async () => {
    const { text: empty } = await read('/en/');
    expect(empty).toMatch(/<form[^>]* action="\/en\/"/);
    for (const name of ['near', 'region', 'service', 'language', 'cost', 'open_now']) {
      expect(empty).toContain(`name="${name}"`);
    }
    const { text } = await read('/en/?near=El+Paso&region=&service=&cost=');
    const { body } = await read('/v1/nearby?near=El Paso&limit=25');
    expect(found(text)).toEqual(body.items.map(({ name }: { name: string }) => name));
    expect(text).toContain('href="tel:+19155454509"');
    expect(text).toContain('<input');
    expect(/value="El Paso"/.test(text)).toBe(true);
  });

  it('links lead from page to page through the whole directory', async () => {
    const names: string[] = [];
    let path: string | undefined = '/es/';
    for (let pages = 0; path && pages < 100; pages++) {
      const { text }: { text: string } = await request(at.app.getHttpServer()).get(path);
      names.push(...found(text));
      path = /rel="next" href="([^"]+)"/.exec(text)?.[1]?.replaceAll('&amp;', '&');
    }
    const [{ count }] = await at.db.query(
      `SELECT count(*)::integer AS count FROM listing WHERE status <> 'closed'`,
    );
    expect(names).toHaveLength(count);
  });

  it('filters narrow the list, and what is chosen stays chosen', async () => {
    const { text } = await read('/en/?near=El+Paso&region=US-NM&service=shelter');
    expect(text).toMatch(/<option value="US-NM" selected="">/);
    expect(text).toMatch(/<option value="shelter" selected="">/);
    const { body } = await read('/v1/nearby?near=El Paso&region=US-NM&service=shelter&limit=25');
    expect(found(text)).toEqual(body.items.map(({ name }: { name: string }) => name));
  });

  it('each filter tells what it would find beside the others', async () => {
    const { text } = await read('/en/?service=shelter');
    const { body } = await read('/v1/listings?service=shelter&region=US-NM&limit=100');
    expect(body.items.length).toBeGreaterThan(0);
    expect(text).toContain(`<option value="US-NM">New Mexico (${body.items.length})</option>`);
  });

  it('where nothing fits, it says which filter to leave out', async () => {
    const { text } = await read('/en/?service=rescue&verified_within_days=1');
    const links = [...text.matchAll(/<a class="button" href="([^"]+)">([^<]+)<\/a>/g)];
    const without = links.find(([, , label]) => label?.startsWith('Without “Checked”'));
    const next = await request(at.app.getHttpServer()).get(String(without?.[1]));
    expect(`Without “Checked”: ${found(next.text).length} places`).toBe(without?.[2]);
    expect(texts(text, 'h2')).toContain('Help lines');
  });

  it('a place that is not known is said so, and what was typed stays', async () => {
    const { status, text } = await read('/en/?near=Xyzzyville');
    expect(status).toBe(400);
    expect(text).toContain('We do not know this place');
    expect(text).toContain('value="Xyzzyville"');
  });

  it('a closed place says so first', async () => {
    const { text } = await read('/en/listing/casa-alitas');
    expect(text.indexOf('Closed on')).toBeLessThan(text.indexOf('<h1'));
    expect(text.indexOf('Closed on')).toBeGreaterThan(0);
  });
});

describe('no text becomes markup', () => {
  const evil = `</script><script>alert(1)</script>"'><img src=x onerror=alert(1)>`;
  const breaksOut = (html: string) => /<script>alert|<img src=x/.test(html);

  it.each(['/en/?near=', '/en/listing/', '/en/state/', '/en/?region='])(
    'from an address: %s',
    async (path) => {
      const { text } = await request(at.app.getHttpServer()).get(path + encodeURIComponent(evil));
      expect(breaksOut(text)).toBe(false);
    },
  );

  it('from a record', async () => {
    const { slug } = await anOrganization(at.db, { name: evil });
    await at.settle();
    const { status, text } = await read(`/en/organization/${slug}`);
    expect(status).toBe(200);
    expect(breaksOut(text)).toBe(false);
    const loaded = /<script type="application\/json" id="loaded">(.*?)<\/script>/s.exec(text)?.[1];
    expect(JSON.parse(loaded ?? '').data.organization.name).toBe(evil);
  });
});

it('pages are compressed, checked again by ETag, and show a change at once', async () => {
  const { slug } = await anOrganization(at.db, { name: 'Before the change' });
  await at.settle();
  const path = `/en/organization/${slug}`;
  const first = await read(path, { 'accept-encoding': 'br' });
  expect(first.headers['content-encoding']).toBe('br');
  const again = await read(path, {
    'accept-encoding': 'br',
    'if-none-match': String(first.headers.etag),
  });
  expect(again.status).toBe(304);
  await at.db.query(`UPDATE directory_card SET card = replace(card, 'Before', 'After')`);
  await at.db.query(
    `INSERT INTO change (kind, record_id, action)
     SELECT 'organization', id, 'updated' FROM organization WHERE slug = $1`,
    [slug],
  );
  await at.settle();
  const { status, text } = await read(path, { 'if-none-match': String(first.headers.etag) });
  expect(status).toBe(200);
  expect(text).toContain('After the change');
});
