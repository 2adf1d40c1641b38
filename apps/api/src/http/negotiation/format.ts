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
