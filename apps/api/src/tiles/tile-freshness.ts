const SECOND_MS = 1_000;

/**
 * Computes how long a provider's response stays fresh (RFC 9111, 4.2.1).
 *
 * @param defaultMs used if the headers do not say
 * @returns milliseconds; null when it must not be stored
 */
export function freshForMs(headers: Headers, defaultMs: number): number | null {
  const control = (headers.get('cache-control') ?? '').toLowerCase();
  if (/\b(no-store|private)\b/.test(control)) return null;
  if (/\bno-cache\b/.test(control)) return 0;
  const seconds =
    /\bs-maxage=(\d+)/.exec(control)?.[1] ?? /(?<!-)\bmax-age=(\d+)/.exec(control)?.[1];
  if (seconds) return Math.max(0, Number(seconds) - age(headers)) * SECOND_MS;
  const expires = Date.parse(headers.get('expires') ?? '');
  const sent = Date.parse(headers.get('date') ?? '');
  if (Number.isFinite(expires) && Number.isFinite(sent)) return Math.max(0, expires - sent);
  return headers.has('expires') ? 0 : defaultMs;
}

/** How long the response was stored in other caches, in seconds. */
function age(headers: Headers): number {
  const text = headers.get('age') ?? '';
  return /^\d+$/.test(text) ? Number(text) : 0;
}

/**
 * @param now milliseconds since 1970
 * @returns how long to wait before the next request, in milliseconds; 0 if the headers do not say
 */
export function retryAfterMs(headers: Headers, now: number): number {
  const text = headers.get('retry-after') ?? '';
  if (/^\d+$/.test(text)) return Number(text) * SECOND_MS;
  const date = Date.parse(text);
  return Number.isFinite(date) ? Math.max(0, date - now) : 0;
}
