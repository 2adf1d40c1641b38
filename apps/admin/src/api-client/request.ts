import type { Problem } from '#contract';

/** A failure that the server explains (RFC 9457). */
export class ProblemError extends Error {
  constructor(
    readonly status: number,
    readonly problem: Problem & Record<string, unknown>,
  ) {
    super(problem.detail);
  }

  /** The last part of the problem's `type`. */
  get code(): string {
    return this.problem.type.split('/').at(-1) ?? '';
  }
}

/** What is shown where the server could not be reached at all. */
export class NetworkError extends Error {}

export interface ApiResponse<Body> {
  body: Body;
  /** The version of a record, for `If-Match`. */
  etag: string | null;
}

export interface ApiRequest {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  body?: unknown;
  headers?: Record<string, string>;
  signal?: AbortSignal;
}

/**
 * Asks the API of the console.
 *
 * @param path with its query, such as `/v1/admin/session`
 * @throws ProblemError for a response that is not 2xx
 * @throws NetworkError when no response came
 */
export async function request<Body>(
  path: string,
  { method = 'GET', body, headers = {}, signal }: ApiRequest = {},
): Promise<ApiResponse<Body>> {
  const response = await fetch(path, {
    method,
    credentials: 'same-origin',
    headers: {
      accept: 'application/json',
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    ...(signal ? { signal } : {}),
  }).catch((error: unknown) => {
    if (signal?.aborted) throw error;
    throw new NetworkError();
  });
  const text = await response.text();
  const parsed = isJson(response) && text !== '' ? JSON.parse(text) : null;
  if (!response.ok) throw new ProblemError(response.status, parsed ?? unexplained(response));
  return { body: parsed as Body, etag: response.headers.get('etag') };
}

function isJson(response: Response): boolean {
  return /json/.test(response.headers.get('content-type') ?? '');
}

// What a proxy answers, for example.
function unexplained({ status, statusText, url }: Response): Problem & Record<string, unknown> {
  const instance = new URL(url).pathname;
  return { type: 'about:blank', title: statusText, status, detail: statusText, instance };
}
