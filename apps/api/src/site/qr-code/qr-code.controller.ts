import { Controller, Get, Inject, NotFoundException, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { renderSVG } from 'uqr';
import { FormerNameRepository, type NamedKind } from '#directory';
import { canonicalUrl, formatPageUrl, type PageUrl, parsePageUrl, qrCodeUrl } from '#site';
import { PublicPage } from '../../http/cache/response-policy.ts';
import { Representation } from '../../http/negotiation/representation.ts';
import { MovedError } from '../../http/problems/moved.ts';
import { originFor } from '../shared/public-origin.ts';
import { SITE_OPTIONS, type SiteOptions } from '../shared/site-options.ts';

/** Longer URLs make codes that phones cannot read from paper. */
const MAX_URL_LENGTH = 300;

/** The pages whose names are those of records. */
const KINDS: Partial<Record<PageUrl['page'], NamedKind>> = {
  listing: 'listing',
  organization: 'organization',
  facility: 'facility',
  wallet: 'facility',
  guide: 'guide',
};

/** Draws QR codes that link printed pages to the site. */
@ApiExcludeController()
@Controller()
export class QrCodeController {
  constructor(
    @Inject(SITE_OPTIONS) private readonly options: SiteOptions,
    private readonly formerNames: FormerNameRepository,
  ) {}

  /**
   * `/qr.svg?page=/es/listing/casa-alitas`: draws codes for pages of this site only, so that nobody
   * can use us to link to another site.
   */
  @Get('qr.svg')
  @PublicPage({ parameters: ['page'], changesWithTime: false })
  async draw(
    @Query('page') page: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Representation> {
    const { publicUrl } = this.options;
    const [path = '', query = ''] = String(page).split('?', 2);
    const url = parsePageUrl(path, query);
    const address = url ? formatPageUrl(canonicalUrl(url)) : '';
    if (url === null || url.page === 'missing' || address.length > MAX_URL_LENGTH) {
      throw new NotFoundException();
    }
    await this.redirectFormer(url);
    const svg = renderSVG(originFor(request, reply, publicUrl) + address, { ecc: 'M', border: 2 });
    return new Representation('image/svg+xml', svg);
  }

  private async redirectFormer(page: PageUrl): Promise<void> {
    const kind = KINDS[page.page];
    const present = kind && (await this.formerNames.presentSlug(kind, page.name));
    if (present) throw new MovedError(qrCodeUrl({ ...page, name: present }));
  }
}
