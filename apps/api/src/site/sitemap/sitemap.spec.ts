import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { PublishedPageRepository } from '#directory';
import { type ApiClient, languages, plainPages } from '#site';
import { addRepresentations } from '../../http/negotiation/representation.ts';
import { SITE_OPTIONS, type SiteOptions } from '../shared/site-options.ts';
import { SitemapController } from './sitemap.controller.ts';
import { SitemapService } from './sitemap.service.ts';

/** Starts a site of so many listings; it has the slugs of one part of them, `place-0` and so on. */
async function siteOf(count: number) {
  const api: ApiClient = async <Body>() => ({ items: [], next: null }) as Body;
  const options: Partial<SiteOptions> = { api, publicUrl: 'https://amparo.example' };
  const published: Pick<PublishedPageRepository, 'approximateCounts' | 'part'> = {
    approximateCounts: async () => ({ listing: count, organization: 0, facility: 0 }),
    part: async (kind, part, parts) => {
      const size = kind === 'listing' ? Math.ceil((count - part) / parts) : 0;
      return Array.from({ length: size }, (_, index) => ({
        kind: 'listing',
        slug: `place-${part + index * parts}`,
        changed: null,
      }));
    },
  };
  class TestModule {}
  const module = {
    module: TestModule,
    controllers: [SitemapController],
    providers: [
      { provide: SITE_OPTIONS, useValue: options },
      { provide: PublishedPageRepository, useValue: published },
      SitemapService,
    ],
  };
  const app = await NestFactory.create<NestFastifyApplication>(module, new FastifyAdapter(), {
    logger: false,
  });
  onTestFinished(() => app.close());
  const server = app.getHttpAdapter().getInstance();
  addRepresentations(server);
  await app.init();
  await server.ready();
  return async (url: string) => await server.inject({ url });
}

const addresses = (text: string) => [...text.matchAll(/<loc>(.*?)<\/loc>/g)].map(([, url]) => url);

it('becomes an index of several files when one would be too long, and loses no page', async () => {
  const count = 12_000;
  const read = await siteOf(count);
  const index = await read('/sitemap.xml');
  expect(index.payload).toContain('<sitemapindex');
  const files = addresses(index.payload);
  const listed: (string | undefined)[] = [];
  for (const file of files) {
    const { payload } = await read(String(file).replace('https://amparo.example', ''));
    const inFile = addresses(payload);
    expect(inFile.length).toBeLessThanOrEqual(50_000);
    listed.push(...inFile);
  }
  // The search, and the page below another.
  const plain = plainPages.length + 2;
  expect(new Set(listed).size).toBe((count + plain) * Object.keys(languages).length);
  expect(listed).toHaveLength(new Set(listed).size);
  expect((await read(`/sitemap-${files.length + 1}.xml`)).statusCode).toBe(404);
});

it.each([3_100, 10_000, 12_400, 100_000, 1_000_000, 1_040_000])(
  'a file of %i listings is as long as those of more or fewer',
  async (count) => {
    const read = await siteOf(count);
    const records = addresses((await read('/sitemap-2.xml')).payload).length / 9;
    expect(records).toBeGreaterThan(300);
    expect(records).toBeLessThanOrEqual(400);
  },
);
