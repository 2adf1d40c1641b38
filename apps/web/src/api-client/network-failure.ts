/**
 * Why nothing of our server arrived: there is no network, nothing came, a server in between could
 * not reach ours, or something else responded, like the sign-in page of a network.
 */
export type NetworkFailure = 'none' | 'silent' | 'gateway' | 'portal';

/** How long a copy waits for a response to begin. What has begun to arrive is never cut. */
export const PATIENCE_MS = 3000;

/** The statuses of proxies that do not reach our server, and of our server while it is too busy. */
export const GATEWAY_STATUSES = [502, 503, 504];

/** Returns why a response is none of our API; null if it is one, whatever it says. */
export function failureOfResponse({ status, headers }: Response): NetworkFailure | null {
  if (GATEWAY_STATUSES.includes(status)) return 'gateway';
  return /[/+]json/.test(headers.get('content-type') ?? '') ? null : 'portal';
}
