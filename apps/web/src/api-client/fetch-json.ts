import type { Problem } from '#contract';
import { failureOfResponse } from './network-failure.ts';

export interface RequestOptions {
  body?: unknown;
  signal?: AbortSignal;
}

/** Requests JSON from the API: by POST if there is a `body`, else by GET. */
export type ApiClient = <Body>(path: string, options?: RequestOptions) => Promise<Body>;

/** An error response of the API, with its explanation. */
export class ProblemError extends Error {
  override name = 'ProblemError';

  /** The invalid parameter, if there is one. */
  readonly field: string | null;

  constructor(
    readonly status: number,
    problem: Problem | null,
  ) {
    super(problem?.errors?.[0]?.detail ?? problem?.detail ?? String(status));
    this.field = problem?.errors?.[0]?.name ?? null;
  }
}

/**
 * Sends a request from the browser to our own server.
 *
 * @throws ProblemError for an error response, TypeError without a network, or if something else
 *   than our server has responded
 */
export const fetchJson: ApiClient = async <Body>(
  path: string,
  options: RequestOptions = {},
): Promise<Body> => await readJson<Body>(await sendRequest(path, options));

/** Resolves when the response has begun to arrive, whatever its status is. */
export async function sendRequest(
  path: string,
  { body, signal }: RequestOptions,
): Promise<Response> {
  return await fetch(path, {
    ...(signal ? { signal } : {}),
    ...(body === undefined
      ? {}
      : {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(body),
        }),
  });
}

/** @throws like `fetchJson` */
export async function readJson<Body>(response: Response): Promise<Body> {
  if (failureOfResponse(response) === 'portal') {
    throw new TypeError('Something else than our server has responded.');
  }
  if (response.ok) return (await response.json()) as Body;
  throw new ProblemError(
    response.status,
    (await response.json().catch(() => null)) as Problem | null,
  );
}
