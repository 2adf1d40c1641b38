import {
  type CallHandler,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
} from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { map, type Observable } from 'rxjs';

export const JSON_TYPE = 'application/json; charset=utf-8';
export const GEOJSON_TYPE = 'application/geo+json; charset=utf-8';

/** Texts in a row; those of them that are sent often may be encoded already. */
export type Texts = string | (string | Buffer)[];

/** An answer whose text is ready: nothing serializes it again. */
export interface Representation {
  type: string;
  body: Texts;
  /** `Link` header values (RFC 8288). */
  links?: string[];
}

/** Sends representations with their headers. */
@Injectable()
export class RepresentationInterceptor implements NestInterceptor<Representation, Buffer> {
  intercept(context: ExecutionContext, next: CallHandler<Representation>): Observable<Buffer> {
    return next.handle().pipe(
      map(({ type, body, links = [] }) => {
        const reply = context.switchToHttp().getResponse<FastifyReply>();
        reply.header('content-type', type);
        if (links.length > 0) reply.header('link', links.join(', '));
        return encoded(body);
      }),
    );
  }
}

// Each text by itself: one letter beyond Latin-1 would double the memory of all of them joined.
function encoded(body: Texts): Buffer {
  if (typeof body === 'string') return Buffer.from(body);
  return Buffer.concat(body.map((text) => (typeof text === 'string' ? Buffer.from(text) : text)));
}

/** A whole value as JSON. */
export function asJson(value: unknown): Representation {
  return { type: JSON_TYPE, body: JSON.stringify(value) };
}
