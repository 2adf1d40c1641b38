import type { Problem } from '#contract';

/** Requests JSON from the API: by POST if there is a `body`, else by GET. */
export type ApiClient = <Body>(
  path: string,
  options?: { body?: unknown; signal?: AbortSignal },
) => Promise<Body>;

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
 * @throws ProblemError for an error response, TypeError without a network
 */
export const fetchJson: ApiClient = async <Body>(
  path: string,
  { body, signal }: { body?: unknown; signal?: AbortSignal } = {},
): Promise<Body> => {
  const response = await fetch(path, {
    ...(signal ? { signal } : {}),
    ...(body === undefined
      ? {}
      : {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(body),
        }),
  });
  if (response.ok) return (await response.json()) as Body;
  throw new ProblemError(
    response.status,
    (await response.json().catch(() => null)) as Problem | null,
  );
};
