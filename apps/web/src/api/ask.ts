import type { Problem } from '#contract';

/** A question that the server could not answer, with what it says would be right. */
export class ProblemError extends Error {
  override name = 'ProblemError';
}

/**
 * Asks our own server for JSON.
 *
 * @throws ProblemError when it refuses, TypeError when there is no network
 */
export async function ask<Answer>(path: string, init: RequestInit = {}): Promise<Answer> {
  const response = await fetch(path, init);
  if (response.ok) return (await response.json()) as Answer;
  const problem = (await response.json().catch(() => null)) as Problem | null;
  throw new ProblemError(problem?.errors?.[0]?.detail ?? problem?.detail ?? response.statusText);
}
