import type { FastifyInstance, FastifyRequest } from 'fastify';
import Negotiator from 'negotiator';
import { type Concern, limitConcern } from '../cache/concern.ts';
import { NotAcceptableError } from '../problems/problems.ts';

export const JSON_TYPE = 'application/json; charset=utf-8';
export const CSV_TYPE = 'text/csv; charset=utf-8; header=present';
export const GEOJSON_TYPE = 'application/geo+json; charset=utf-8';

/** One text or several to be concatenated; those that are sent often may already be encoded. */
export type Texts = string | (string | Buffer)[];

/** A response body that is already serialized. */
export class Representation {
  /**
   * @param type the media type
   * @param links `Link` header values (RFC 8288)
   */
  constructor(
    readonly type: string,
    readonly body: Texts,
    readonly links: string[] = [],
    readonly concern: Concern | null = null,
    readonly etag: string | null = null,
  ) {}

  /** Says which changes to the directory concern it; without that every change does. */
  concernedBy(concern: Concern): Representation {
    return new Representation(this.type, this.body, this.links, concern);
  }
}

/** Serializes a record that has versions, whose ETag is the version. */
export function asVersionedJson(value: { version: number }): Representation {
  const body = JSON.stringify(value);
  return new Representation(JSON_TYPE, body, [], null, `"${value.version}"`);
}

/** Serializes a value as JSON. */
export function asJson(value: unknown): Representation {
  return new Representation(JSON_TYPE, JSON.stringify(value));
}

/**
 * Sends representations with their headers, or 406 where the client accepts none of that type. This is a Fastify hook and not an interceptor, because
 * even one interceptor makes NestJS run every request through observables.
 */
export function addRepresentations(fastify: FastifyInstance): void {
  fastify.addHook('preSerialization', (request, reply, payload, done) => {
    if (payload instanceof Representation) {
      if (!isAcceptable(payload.type, request)) {
        done(new NotAcceptableError(`Accept ${mediaTypeOf(payload.type)}, which is all there is.`));
        return;
      }
      reply.type(payload.type).serializer(encoded as unknown as (body: unknown) => string);
      if (payload.concern) limitConcern(reply.raw, payload.concern);
      if (payload.etag) reply.header('etag', payload.etag);
      if (payload.links.length > 0) reply.header('link', payload.links.join(', '));
    }
    done(null, payload);
  });
}

/** `?f=` takes precedence over `Accept`, and a browser that wants a page is shown JSON. */
function isAcceptable(type: string, { headers: { accept }, query }: FastifyRequest): boolean {
  if (!accept || 'f' in (query as object)) return true;
  const wanted = new Negotiator({ headers: { accept } });
  const own = mediaTypeOf(type);
  return wanted.mediaTypes(own === 'application/json' ? [own, 'text/html'] : [own]).length > 0;
}

function mediaTypeOf(type: string): string {
  return type.split(';', 1)[0] as string;
}

// Encodes each text separately: in a joined string, one character beyond Latin-1 doubles the
// memory.
function encoded({ body }: Representation): Buffer {
  if (typeof body === 'string') return Buffer.from(body);
  const size = body.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  const bytes = Buffer.allocUnsafe(size);
  let end = 0;
  for (const text of body) {
    end += typeof text === 'string' ? bytes.write(text, end) : text.copy(bytes, end);
  }
  return bytes;
}
