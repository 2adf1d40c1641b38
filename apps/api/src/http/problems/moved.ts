import type { FastifyRequest } from 'fastify';

/** Throw it when what was requested has another URL: the response is a permanent redirect. */
export class MovedError extends Error {
  /** @param url relative to the origin: `/es/listing/casa-alitas` */
  constructor(readonly url: string) {
    super(`It is at ${url}.`);
  }
}

/** Where a request has the name of a record. */
export interface NameInRequest {
  name: string;
  /** The query parameter that has it; undefined: one in the path. */
  parameter?: string;
}

/** Throw it when the name of a record in a request is a former one: the response is a redirect. */
export class RenamedError extends Error {
  /** @param present the name that it has now */
  constructor(
    readonly requested: NameInRequest,
    readonly present: string,
  ) {
    super(`It is called ${present}.`);
  }
}

/** Returns the URL that a request is redirected to; null for every other failure. */
export function redirectUrl(error: unknown, request: FastifyRequest): string | null {
  if (error instanceof MovedError) return error.url;
  return error instanceof RenamedError ? renamedUrl(error, request) : null;
}

function renamedUrl({ requested, present }: RenamedError, request: FastifyRequest): string {
  const { name, parameter } = requested;
  const [path = '', query = ''] = request.url.split('?', 2);
  if (parameter !== undefined) {
    const parameters = new URLSearchParams(query);
    parameters.set(parameter, present);
    return `${path}?${parameters}`;
  }
  // From the pattern of the route, because the rest of the path may equal the name.
  const values = request.params as Record<string, string>;
  const renamed = String(request.routeOptions.url).replace(/:(\w+)/g, (_, key: string) => {
    const value = String(values[key]);
    return encodeURIComponent(value === name ? present : value);
  });
  return query === '' ? renamed : `${renamed}?${query}`;
}
