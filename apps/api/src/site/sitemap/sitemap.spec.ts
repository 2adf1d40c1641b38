import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { PublishedPageRepository } from '#directory';
import { type ApiClient, languages, plainPages } from '#site';
import { addRepresentations } from '../../http/negotiation/representation.ts';
import { SITE_OPTIONS, type SiteOptions } from '../shared/site-options.ts';
import { SitemapController } from './sitemap.controller.ts';
import { SitemapService } from './sitemap.service.ts';

const RECORDS = 12_000;

it('becomes an index of several files when one would be too long, and loses no page', async () => {
  const records = Array.from({ length: RECORDS }, (_, index) => ({
    kind: 'listing' as const,
    slug: `place-${index}`,
    changed: null,
  }));
  const api: ApiClient = async <Body>() => ({ items: [], next: null }) as Body;
  const options: Partial<SiteOptions> = { api, publicUrl: 'https://amparo.example' };
  const published: Pick<PublishedPageRepository, 'approximateCounts' | 'part'> = {
    approximateCounts: async () => ({ listing: RECORDS, organization: 0, facility: 0 }),
    part: async (kind, part, parts) =>
      kind === 'listing' ? records.filter((_, index) => index % parts === part) : [],
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
  const server = app.getHttpAdapter().getInstance();
  addRepresentations(server);
  await app.init();
  await server.ready();
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
  await app.close();
});
