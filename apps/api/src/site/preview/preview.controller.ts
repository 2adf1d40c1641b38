import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Controller, Get, Header, Inject, NotFoundException, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { loadPage, parsePreviewUrl, previewText, previewUrl } from '#site';
import { PublicPage } from '../../http/cache/response-policy.ts';
import { MovedError } from '../../http/problems/moved.ts';
import { BoundedQueue } from '../../http/queue/bounded-queue.ts';
import { SITE_OPTIONS, type SiteOptions } from '../shared/site-options.ts';
import { previewImage } from './preview-image.ts';

/** Draws the preview images of shared pages. */
@ApiExcludeController()
@Controller('preview')
export class PreviewController {
  private readonly icon: string;
  /** An image takes a thread of its own for a tenth of a second. */
  private readonly queue = new BoundedQueue({ running: 1, waiting: 16 });

  constructor(@Inject(SITE_OPTIONS) private readonly options: SiteOptions) {
    this.icon = readFileSync(join(options.folder, 'icon.svg'), 'utf8');
  }

  /** `/preview/es/listing/casa-alitas.png` */
  @Get('*')
  @PublicPage({ parameters: [] })
  @Header('content-type', 'image/png')
  // Messengers cache images anyway; a place that closes should not look open for long.
  @Header('cache-control', 'public, max-age=3600')
  async draw(@Req() { url }: FastifyRequest): Promise<Buffer> {
    const address = parsePreviewUrl(url.split('?', 1)[0] ?? '');
    if (!address) throw new NotFoundException();
    return await this.queue.run(async () => {
      const page = await loadPage(address, this.options.api);
      if (page.status !== 200) throw new NotFoundException();
      if (page.address.name !== address.name) throw new MovedError(previewUrl(page.address));
      return await previewImage(previewText(page), this.icon);
    });
  }
}
