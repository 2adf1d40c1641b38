import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import Negotiator from 'negotiator';
import { NotAcceptableError } from '../problems/problems.ts';

const TYPES = {
  json: /^(application\/(json|\*)|\*\/\*|text\/html)$/i,
  geojson: /^application\/geo\+json$/i,
  csv: /^text\/csv$/i,
};

export type AnyFormat = keyof typeof TYPES;
/** Offered by every resource that has points. */
export type Format = 'json' | 'geojson';

const NAMES: Record<AnyFormat, string> = {
  json: 'application/json',
  geojson: 'application/geo+json',
  csv: 'text/csv',
};

/**
 * Returns the requested format: `?f=` takes precedence over `Accept`, and JSON is the default.
 *
 * @throws NotAcceptableError when `Accept` allows none of the offered formats
 */
function negotiateFormat<Offered extends AnyFormat>(
  f: string | undefined,
  accept: string | undefined,
  offered: readonly Offered[],
): Offered | 'json' {
  const requested = offered.find((format) => format === f);
  if (requested) return requested;
  if (!accept) return 'json';
  for (const type of new Negotiator({ headers: { accept } }).mediaTypes()) {
    const match = offered.find((format) => TYPES[format].test(type));
    if (match) return match;
  }
  throw new NotAcceptableError(`Accept ${offered.map((format) => NAMES[format]).join(' or ')}.`);
}

const WITH_POINTS: readonly AnyFormat[] = ['json', 'geojson'];

/** Injects the requested format into a handler; the offered formats default to JSON and GeoJSON. */
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
