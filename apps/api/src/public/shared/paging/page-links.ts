/** The cursors of the adjacent pages; null if there is none. */
export interface Cursors {
  next: string | null;
  previous: string | null;
}

/** Returns the URLs of the adjacent pages, and how these are related. */
export function adjacentPages(
  url: string,
  { next, previous }: Cursors,
): { rel: string; url: string }[] {
  const [path = '/', query = ''] = url.split('?', 2);
  const page = (rel: string, cursor: string) => {
    const parameters = new URLSearchParams(query);
    parameters.set('cursor', cursor);
    return { rel, url: `${path}?${parameters}` };
  };
  return [...(next ? [page('next', next)] : []), ...(previous ? [page('prev', previous)] : [])];
}

/**
 * Builds `Link` header values for the adjacent pages (RFC 8288), relative to the requested URL.
 *
 * @param url of the request, with its query
 */
export function pageLinks(url: string, cursors: Cursors): string[] {
  return adjacentPages(url, cursors).map((page) => `<${page.url}>; rel="${page.rel}"`);
}
