import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { NotAcceptableError } from './problems.ts';

export type Format = 'json' | 'geojson';

const acceptable: [pattern: RegExp, format: Format][] = [
  [/^application\/geo\+json$/, 'geojson'],
  [/^(application\/(json|\*)|\*\/\*|text\/html)$/, 'json'],
];

/**
 * The format that a request asks for: `?f=` before `Accept`, JSON where it does not say.
 *
 * @throws NotAcceptableError when `Accept` allows neither
 */
export function formatOf(f: string | undefined, accept: string | undefined): Format {
  if (f === 'geojson' || f === 'json') return f;
  if (!accept) return 'json';
  const ranked = accept
    .split(',')
    .map((part) => {
      const [type = '', ...parameters] = part.split(';').map((piece) => piece.trim());
      const q = parameters.find((parameter) => parameter.startsWith('q='));
      return { type: type.toLowerCase(), quality: q ? Number(q.slice(2)) : 1 };
    })
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality);
  for (const { type } of ranked) {
    const match = acceptable.find(([pattern]) => pattern.test(type));
    if (match) return match[1];
  }
  throw new NotAcceptableError('Accept application/json or application/geo+json.');
}

/** The format wanted of a handler that has points to give. */
export const Wanted = createParamDecorator((_: unknown, context: ExecutionContext): Format => {
  const { query, headers } = context.switchToHttp().getRequest<FastifyRequest>();
  const f = (query as { f?: unknown } | undefined)?.f;
  return formatOf(typeof f === 'string' ? f : undefined, headers.accept);
});
