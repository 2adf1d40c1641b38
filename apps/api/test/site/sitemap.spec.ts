import request from 'supertest';
import { languages } from '#site';
import { sharedTestApp } from '../support/test-app.ts';
import { ORIGIN, publicSite } from './public-site.ts';

const { at, read } = publicSite();
/** It does not know its own address. */
const bare = sharedTestApp();

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
    const ask = request(bare.app.getHttpServer()).get('/sitemap.xml').set('host', 'a&b.example');
    const { text, headers } = await ask;
    expect(text).toContain('<loc>http://a&#38;b.example/en/</loc>');
    expect(headers['cache-control']).toBe('private, no-store');
    const other = await request(bare.app.getHttpServer())
      .get('/robots.txt')
      .set('host', 'c.example');
    expect(other.text).toContain('Sitemap: http://c.example/sitemap.xml');
  });

  it('has no further files when one is enough', async () => {
    for (const path of ['/sitemap-0.xml', '/sitemap-2.xml', '/sitemap-x.xml']) {
      expect([path, (await read(path)).status]).toEqual([path, 404]);
    }
  });
});
