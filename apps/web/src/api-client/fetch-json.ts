import type { Problem } from '#contract';

/** Asks the API for JSON: with `body` by POST, else by GET. */
export type ApiClient = <Answer>(
  path: string,
  options?: { body?: unknown; signal?: AbortSignal },
) => Promise<Answer>;

/** A question that the server could not answer, with what it says would be right. */
export class ProblemError extends Error {
  override name = 'ProblemError';

  /** The parameter that was wrong, if there is one. */
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
 * Asks our own server from the browser.
 *
 * @throws ProblemError when it refuses, TypeError when there is no network
 */
export const fetchJson: ApiClient = async <Answer>(
  path: string,
  { body, signal }: { body?: unknown; signal?: AbortSignal } = {},
): Promise<Answer> => {
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
  if (response.ok) return (await response.json()) as Answer;
  throw new ProblemError(
    response.status,
    (await response.json().catch(() => null)) as Problem | null,
  );
};
