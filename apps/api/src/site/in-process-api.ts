import { inject } from 'light-my-request';
import { type ApiClient, ProblemError } from '#site';
import { type Concern, concernOf } from '../http/cache/concern.ts';
import { type Handler, markInProcess } from '../http/cache/in-process-request.ts';
import { UnavailableError } from '../http/problems/problems.ts';

export interface InProcessOptions {
  /** The IP address of the client that the requests are made for. */
  remoteAddress?: string;
  /** Called with which changes concern each response. */
  onConcern?(concern: Concern): void;
}

/**
 * Creates a client of our own API that does not use the network.
 *
 * @param handler handles every request of the application
 */
export function inProcessApi(
  handler: Handler,
  { remoteAddress = '127.0.0.1', onConcern }: InProcessOptions = {},
): ApiClient {
  const marking = markInProcess(handler);
  const request = async (url: string, body?: unknown) => {
    const response = await inject(marking, {
      url,
      remoteAddress,
      headers: { accept: 'application/json' },
      ...(body === undefined ? {} : { method: 'POST', payload: body as object }),
    });
    onConcern?.(concernOf(response.raw.res));
    return response;
  };
  return async <Body>(url: string, { body }: { body?: unknown } = {}): Promise<Body> => {
    const first = await request(url, body);
    // A former name leads to the present one in one step.
    const { statusCode, payload } =
      first.statusCode === 308 ? await request(String(first.headers.location)) : first;
    const parsed = JSON.parse(payload);
    if (statusCode < 300) return parsed as Body;
    if (statusCode === 503) throw new UnavailableError(parsed.detail, true);
    throw new ProblemError(statusCode, parsed);
  };
}
