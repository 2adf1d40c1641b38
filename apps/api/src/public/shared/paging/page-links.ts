import type { KeysetPage } from '#directory';

/**
 * Builds `Link` header values for the adjacent pages (RFC 8288), relative to the requested URL.
 *
 * @param url of the request, with its query
 */
export function pageLinks(url: string, { next, previous }: KeysetPage<unknown>): string[] {
  const [path = '/', query = ''] = url.split('?', 2);
  const link = (cursor: string, rel: string) => {
    const parameters = new URLSearchParams(query);
    parameters.set('cursor', cursor);
    return `<${path}?${parameters}>; rel="${rel}"`;
  };
  return [...(next ? [link(next, 'next')] : []), ...(previous ? [link(previous, 'prev')] : [])];
}
