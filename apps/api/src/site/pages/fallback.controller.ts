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

/** Paths that programs request, even where nothing exists. */
const PROGRAM_PATHS = /^\/(v1|docs|health|assets|basemap|preview|tiles)(\/|$)/;

/** Addresses without a language. */
@ApiExcludeController()
@Controller()
export class FallbackController {
  constructor(@Inject(SITE_OPTIONS) private readonly options: SiteOptions) {}

  /** Redirects to the first page in the reader's language. */
  @Get()
  async root(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const query = request.url.slice(1);
    await reply
      .header('vary', 'Accept-Language')
      .header('cache-control', 'no-store')
      .redirect(`/${readersLanguage(request)}/${query}`, 302);
  }

  /** A page that says so, where a person looks for one. */
  @Get('*')
  async missing(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Representation> {
    if (!isForReaders(request)) throw new NotFoundException();
    const { api, assets } = this.options;
    const address = parsePageUrl(`/${readersLanguage(request)}/missing/page/`, '') as PageUrl;
    const page = await loadPage(address, api);
    reply.status(404).header('cache-control', 'no-store');
    const html = renderDocument(page, { assets, origin: '', structuredData: null });
    return new Representation('text/html; charset=utf-8', html);
  }
}

/** Whether a person looks for a page, and not a program for data. */
function isForReaders({ url, headers }: FastifyRequest): boolean {
  return !PROGRAM_PATHS.test(url) && String(headers.accept).includes('text/html');
}

function readersLanguage(request: FastifyRequest): Language {
  return chooseLanguage(new Negotiator(request).languages());
}
