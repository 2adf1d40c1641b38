import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import Negotiator from 'negotiator';
import { InvalidRequestError, NotAcceptableError } from '../problems/problems.ts';

const TYPES = {
  json: /^(application\/(json|\*)|\*\/\*|text\/html)$/i,
  geojson: /^application\/geo\+json$/i,
  csv: /^text\/csv$/i,
};

export type AnyFormat = keyof typeof TYPES;
/** Offered by every resource that has points; in flat GeoJSON properties are neither objects nor lists. */
export type Format = 'json' | 'geojson' | 'flat-geojson';

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

/**
 * Injects the requested format into a handler; the offered formats default to JSON and GeoJSON, with
 * `?properties=flat` flat GeoJSON.
 */
export const RequestedFormat = createParamDecorator(
  (offered: readonly AnyFormat[] | undefined, context: ExecutionContext): AnyFormat | Format => {
    const { query, headers } = context.switchToHttp().getRequest<FastifyRequest>();
    const { f, properties } = (query ?? {}) as { f?: unknown; properties?: unknown };
    const format = negotiateFormat(
      typeof f === 'string' ? f : undefined,
      headers.accept,
      offered ?? WITH_POINTS,
    );
    return offered === undefined && properties === 'flat' ? flat(format) : format;
  },
);

/** Returns the format that a body requests, or else the negotiated one. */
export function formatInBody(
  { f, properties }: { f?: 'json' | 'geojson'; properties?: 'flat' },
  negotiated: Format,
): Format {
  const format = f ?? negotiated;
  return properties === 'flat' ? flat(format) : format;
}

/** @throws InvalidRequestError for any other format than GeoJSON */
function flat(format: AnyFormat | Format): Format {
  if (format === 'geojson' || format === 'flat-geojson') return 'flat-geojson';
  const detail = 'Properties are flat in GeoJSON alone: add f=geojson.';
  throw new InvalidRequestError([{ name: 'properties', detail }]);
}
