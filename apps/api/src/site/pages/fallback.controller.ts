import { Controller, Get, Inject, NotFoundException, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import Negotiator from 'negotiator';
import {
  chooseLanguage,
  type Language,
  loadPage,
  type PageUrl,
  parsePageUrl,
  renderDocument,
} from '#site';
import { Representation } from '../../http/negotiation/representation.ts';
import { SITE_OPTIONS, type SiteOptions } from '../shared/site-options.ts';

/** Paths that only programs request; they get a problem document even if nothing exists. */
const PROGRAM_PATHS = /^\/(v1|docs|health|assets|basemap|preview|tiles)(\/|$)/;

/** Handles paths without a language. */
@ApiExcludeController()
@Controller()
export class FallbackController {
  constructor(@Inject(SITE_OPTIONS) private readonly options: SiteOptions) {}

  /** Redirects to the home page in the visitor's language. */
  @Get()
  async root(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const query = request.url.slice(1);
    await reply
      .header('vary', 'Accept-Language')
      .redirect(`/${preferredLanguage(request)}/${query}`, 302);
  }

  /** Renders the "not found" page for people. */
  @Get('*')
  async missing(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Representation> {
    if (!isPageRequest(request)) throw new NotFoundException();
    const { api, assets } = this.options;
    const address = parsePageUrl(`/${preferredLanguage(request)}/missing/page/`, '') as PageUrl;
    const page = await loadPage(address, api);
    reply.status(404);
    const html = renderDocument(page, { assets, origin: '', structuredData: null });
    return new Representation('text/html; charset=utf-8', html);
  }
}

/** Whether a person requests a page, and not a program data. */
function isPageRequest({ url, headers }: FastifyRequest): boolean {
  return !PROGRAM_PATHS.test(url) && String(headers.accept).includes('text/html');
}

function preferredLanguage(request: FastifyRequest): Language {
  return chooseLanguage(new Negotiator(request).languages());
}
