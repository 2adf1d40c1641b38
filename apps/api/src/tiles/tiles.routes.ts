import type { FastifyInstance, FastifyReply } from 'fastify';
import { compress } from '../http/cache/compression.ts';
import { sendProblem, toProblem } from '../http/problems/problem.filter.ts';
import { readTileAddress } from './tile-range.ts';
import type { StreetTiles, Tile, TileAddress } from './tile-source.ts';

/**
 * `/tiles/12/830/1654`: a tile of the streets, for this site's own pages. A tile is a neighbourhood,
 * so nobody may store it: not a proxy on the way, and not the device of a visitor.
 */
export function addStreetRoutes(fastify: FastifyInstance, tiles: StreetTiles): void {
  fastify.addHook('onClose', async () => await tiles.close());
  fastify.get<{ Params: Record<keyof TileAddress, string> }>(
    '/tiles/:z/:x/:y',
    async (request, reply) => {
      const { params, headers, url } = request;
      const at = isOurs(headers['sec-fetch-site']) ? readTileAddress(params, tiles) : null;
      if (!at) return reply.callNotFound();
      try {
        return await sendTile(reply, await tiles.tile(at), headers['accept-encoding']);
      } catch (error) {
        const problem = toProblem(error, url);
        // That a provider fails is told once, and not with every tile.
        if (problem.status === 500) request.log.error({ reason: String(error) }, 'failure');
        sendProblem(reply, problem);
        return reply;
      }
    },
  );
}

async function sendTile(
  reply: FastifyReply,
  tile: Tile | null,
  accepted: string | string[] | undefined,
): Promise<FastifyReply> {
  reply.header('cache-control', 'no-store');
  if (!tile) return await reply.status(204).send();
  const packed = tile.type.startsWith('image/');
  const { body, encoding } = await compress(tile.bytes, packed ? undefined : accepted);
  if (encoding !== 'identity') reply.header('content-encoding', encoding);
  return await reply.type(tile.type).send(body);
}

/** Browsers say where a request comes from; older ones, and those without HTTPS, do not. */
function isOurs(site: string | string[] | undefined): boolean {
  return site === undefined || site === 'same-origin';
}
