import { Body, Controller, Get, Inject, Post, Redirect, Req, Res, UseGuards } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  type Language,
  languageTags,
  loadPage,
  type PageUrl,
  pageUrl,
  parsePageUrl,
  renderDocument,
  renderShell,
  searchNames,
} from '#site';
import { PublicPage } from '../../http/cache/response-policy.ts';
import { Representation } from '../../http/negotiation/representation.ts';
import { MovedError } from '../../http/problems/moved.ts';
import { SameOriginGuard } from '../../http/security/same-origin.guard.ts';
import { SITE_OPTIONS, type SiteOptions } from '../shared/site-options.ts';
import { ReportFormService } from './report-form.service.ts';
import { structuredDataOf } from './structured-data.ts';

const HTML = 'text/html; charset=utf-8';

/** Renders the pages of apps/web. */
@ApiExcludeController()
@Controller([...languageTags])
export class PagesController {
  constructor(
    @Inject(SITE_OPTIONS) private readonly options: SiteOptions,
    private readonly reports: ReportFormService,
  ) {}

  /** `/es` */
  @Get()
  @Redirect()
  addSlash(@Req() { url }: FastifyRequest): { url: string; statusCode: number } {
    return { url: `/${languageOf(url)}/`, statusCode: 308 };
  }

  /** The empty page of a language, which the service worker shows without a network. */
  @Get('offline')
  @PublicPage({ parameters: [], changesWithTime: false })
  shell(@Req() { url }: FastifyRequest): Representation {
    return new Representation(HTML, renderShell(languageOf(url), this.options.assets));
  }

  /** Takes the report form; a report that is taken leads to a page that says so. */
  @Post('told')
  @UseGuards(SameOriginGuard)
  async report(
    @Body() body: Record<string, unknown> | undefined,
    @Req() { url, ip }: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Representation | undefined> {
    const result = await this.reports.send(body ?? {}, ip);
    reply.status(result.status);
    if (result.report.state !== 'sent') {
      return new Representation(HTML, await this.reports.render(url, result));
    }
    reply.header('location', url);
    return undefined;
  }

  @Get('*')
  @PublicPage({ parameters: searchNames })
  async page(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Representation> {
    const { assets, publicUrl, tileOffer } = this.options;
    const { api, concern } = this.options.watchedApi();
    const [path = '/', query = ''] = request.url.split('?', 2);
    const address = parsePageUrl(path, query) as PageUrl;
    const page = await loadPage(address, api, tileOffer);
    const { language, name } = page.address;
    if (name !== address.name) {
      throw new MovedError(pageUrl(language, address.page, name) + request.url.slice(path.length));
    }
    const origin = publicUrl ?? '';
    const structuredData = structuredDataOf(page, origin);
    reply.status(page.status);
    const html = renderDocument(page, { assets, origin, structuredData });
    return new Representation(HTML, html).concernedBy(concern);
  }
}

/** The route has matched one of the languages, so the path starts with it. */
function languageOf(url: string): Language {
  return url.split(/[/?]/)[1] as Language;
}
