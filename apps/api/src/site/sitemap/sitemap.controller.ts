import { Controller, Get, Inject, NotFoundException, Param, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { PublishedPageRepository } from '#directory';
import { sitemapIndexText, sitemapText } from '#exchange';
import { PublicPage } from '../../http/cache/response-policy.ts';
import { Representation } from '../../http/negotiation/representation.ts';
import { originFor } from '../shared/public-origin.ts';
import { SITE_OPTIONS, type SiteOptions } from '../shared/site-options.ts';
import { PAGES_PER_FILE, sitemapPages } from './sitemap-pages.ts';

const XML = 'application/xml; charset=utf-8';
const SITEMAP = { parameters: [], changesWithTime: false };

/** Serves robots.txt and the sitemap. */
@ApiExcludeController()
@Controller()
export class SitemapController {
  constructor(
    @Inject(SITE_OPTIONS) private readonly options: SiteOptions,
    private readonly published: PublishedPageRepository,
  ) {}

  @Get('robots.txt')
  @PublicPage(SITEMAP)
  robots(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Representation {
    const origin = originFor(request, reply, this.options.publicUrl);
    return new Representation(
      'text/plain; charset=utf-8',
      `User-agent: *\nAllow: /\n\nSitemap: ${origin}/sitemap.xml\n`,
    );
  }

  /** All pages, or an index of `/sitemap-1.xml` and so on. */
  @Get('sitemap.xml')
  @PublicPage(SITEMAP)
  async sitemap(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Representation> {
    const origin = originFor(request, reply, this.options.publicUrl);
    const pages = await sitemapPages(this.options.api, await this.published.all(), origin);
    const count = Math.ceil(pages.length / PAGES_PER_FILE);
    const files = Array.from({ length: count }, (_, index) => `${origin}/sitemap-${index + 1}.xml`);
    return new Representation(XML, count === 1 ? sitemapText(pages) : sitemapIndexText(files));
  }

  @Get('sitemap-:file(^\\d+).xml')
  @PublicPage(SITEMAP)
  async file(
    @Param('file') file: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Representation> {
    const start = (Number(file) - 1) * PAGES_PER_FILE;
    const origin = originFor(request, reply, this.options.publicUrl);
    const pages = await sitemapPages(this.options.api, await this.published.all(), origin);
    const pagesOfFile = start < 0 ? [] : pages.slice(start, start + PAGES_PER_FILE);
    if (pagesOfFile.length === 0) throw new NotFoundException();
    return new Representation(XML, sitemapText(pagesOfFile));
  }
}
