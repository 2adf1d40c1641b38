import { Controller, Get, Inject, NotFoundException, Param, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { compress } from '../http/compression/compression.ts';
import { readTileAddress } from './tile-range.ts';
import { TILE_SOURCE, type TileAddress, type TileSource } from './tile-source.ts';

/** Serves street tiles to this site's own pages. */
@ApiExcludeController()
@Controller('tiles')
export class TilesController {
  constructor(@Inject(TILE_SOURCE) private readonly tiles: TileSource) {}

  /**
   * `/tiles/12/830/1654`. A tile reveals a neighborhood, so it has no policy that would let a proxy
   * or the visitor's device store it.
   */
  @Get(':z/:x/:y')
  async tile(
    @Param() address: Record<keyof TileAddress, string>,
    @Req() { headers }: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer | undefined> {
    const at = isOurs(headers['sec-fetch-site']) ? readTileAddress(address, this.tiles) : null;
    if (!at) throw new NotFoundException();
    const tile = await this.tiles.tile(at);
    if (!tile) {
      reply.status(204);
      return undefined;
    }
    const isImage = tile.type.startsWith('image/');
    const accepted = isImage ? undefined : headers['accept-encoding'];
    const { body, encoding } = await compress(tile.bytes, accepted);
    if (encoding !== 'identity') reply.header('content-encoding', encoding);
    reply.type(tile.type);
    return body;
  }
}

/**
 * Whether a page of this site sent the request; older browsers and plain HTTP send no such header.
 */
function isOurs(site: string | string[] | undefined): boolean {
  return site === undefined || site === 'same-origin';
}
