import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { NotAcceptableError } from '../problems/problems.ts';

const TYPES = {
  json: /^(application\/(json|\*)|\*\/\*|text\/html)$/,
  geojson: /^application\/geo\+json$/,
  csv: /^text\/csv$/,
};

export type AnyFormat = keyof typeof TYPES;
/** What is offered wherever there are points. */
export type Format = 'json' | 'geojson';

const NAMES: Record<AnyFormat, string> = {
  json: 'application/json',
  geojson: 'application/geo+json',
  csv: 'text/csv',
};

/**
 * The format that a request asks for: `?f=` before `Accept`, JSON where it does not say.
 *
 * @throws NotAcceptableError when `Accept` allows none that is offered
 */
export function negotiateFormat<Offered extends AnyFormat>(
  f: string | undefined,
  accept: string | undefined,
  offered: readonly Offered[],
): Offered | 'json' {
  const asked = offered.find((format) => format === f);
  if (asked) return asked;
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
    const match = offered.find((format) => TYPES[format].test(type));
    if (match) return match;
  }
  throw new NotAcceptableError(`Accept ${offered.map((format) => NAMES[format]).join(' or ')}.`);
}

const WITH_POINTS: readonly AnyFormat[] = ['json', 'geojson'];

/** The format wanted of a handler; one that has points to give need not name what it offers. */
export const RequestedFormat = createParamDecorator(
  (offered: readonly AnyFormat[] | undefined, context: ExecutionContext): AnyFormat => {
    const { query, headers } = context.switchToHttp().getRequest<FastifyRequest>();
    const f = (query as { f?: unknown } | undefined)?.f;
    return negotiateFormat(
      typeof f === 'string' ? f : undefined,
      headers.accept,
      offered ?? WITH_POINTS,
    );
  },
);
