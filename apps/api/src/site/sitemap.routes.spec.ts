import { fastify } from 'fastify';
import { languages, plainPages } from '#site';
import { addSitemap } from './sitemap.routes.ts';

const RECORDS = 12_000;

it('goes over to an index of several files when one would be too long, and loses no page', async () => {
  const server = fastify();
  const records = Array.from({ length: RECORDS }, (_, index) => ({
    kind: 'listing' as const,
    slug: `place-${index}`,
    changed: null,
  }));
  addSitemap(server, {
    ask: async <Answer>() => ({ items: [], next: null }) as Answer,
    published: { all: async () => records },
    publicUrl: 'https://amparo.example',
  });
  const read = async (url: string) => await server.inject({ url });
  const addresses = (text: string) =>
    [...text.matchAll(/<loc>(.*?)<\/loc>/g)].map(([, url]) => url);

  const index = await read('/sitemap.xml');
  expect(index.payload).toContain('<sitemapindex');
  const files = addresses(index.payload);
  const listed = new Set<string | undefined>();
  for (const file of files) {
    const { payload } = await read(String(file).replace('https://amparo.example', ''));
    const inFile = addresses(payload);
    expect(inFile.length).toBeLessThanOrEqual(50_000);
    for (const address of inFile) listed.add(address);
  }
  // The search, and the page below another.
  const plain = plainPages.length + 2;
  expect(listed.size).toBe((RECORDS + plain) * Object.keys(languages).length);
  expect((await read(`/sitemap-${files.length + 1}.xml`)).statusCode).toBe(404);
  await server.close();
});
