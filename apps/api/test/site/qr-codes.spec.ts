import { publicSite } from './public-site.ts';

const { read } = publicSite();

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
