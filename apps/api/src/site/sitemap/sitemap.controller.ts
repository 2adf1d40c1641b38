import { Controller, Get, Inject, Param, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { PublicPage } from '../../http/cache/response-policy.ts';
import { Representation } from '../../http/negotiation/representation.ts';
import { originFor } from '../shared/public-origin.ts';
import { SITE_OPTIONS, type SiteOptions } from '../shared/site-options.ts';
import { SitemapService } from './sitemap.service.ts';

const XML = 'application/xml; charset=utf-8';
const SITEMAP = { parameters: [], changesWithTime: false };

/** Serves robots.txt and the sitemap. */
@ApiExcludeController()
@Controller()
export class SitemapController {
  constructor(
    @Inject(SITE_OPTIONS) private readonly options: SiteOptions,
    private readonly sitemap: SitemapService,
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
  async whole(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Representation> {
    const origin = originFor(request, reply, this.options.publicUrl);
    return new Representation(XML, await this.sitemap.whole(origin));
  }

  @Get('sitemap-:file(^\\d+).xml')
  @PublicPage(SITEMAP)
  async file(
    @Param('file') file: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Representation> {
    const origin = originFor(request, reply, this.options.publicUrl);
    return new Representation(XML, await this.sitemap.file(Number(file), origin));
  }
}
