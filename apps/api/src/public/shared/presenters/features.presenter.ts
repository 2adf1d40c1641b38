import { featureCollectionText } from '#exchange';
import { GEOJSON_TYPE, Representation } from '../../../http/negotiation/representation.ts';
import { adjacentPages, type Cursors } from '../paging/page-links.ts';

/** What a GeoJSON collection says of itself besides its features. */
interface CollectionDetails {
  /** URL of the request, with its query; null if it must not be repeated. */
  url: string | null;
  cursors?: Cursors;
  /** The number of features of all pages; null if it is not known. */
  matched: number | null;
  /** Foreign members (RFC 7946, 6.1), as JSON texts by name. */
  members?: Record<string, string>;
  /** `Link` header values. */
  links?: string[];
}

/** Presents GeoJSON features as a collection with the members of OGC API Features. */
export function presentFeatures(features: string[], details: CollectionDetails): Representation {
  const { url, cursors, matched, members = {}, links = [] } = details;
  const body = featureCollectionText(features, {
    ...members,
    links: JSON.stringify(url === null ? [] : collectionLinks(url, cursors)),
    numberReturned: String(features.length),
    ...(matched === null ? {} : { numberMatched: String(matched) }),
  });
  return new Representation(GEOJSON_TYPE, body, links);
}

function collectionLinks(url: string, cursors: Cursors = { next: null, previous: null }) {
  const [path = '/', query = ''] = url.split('?', 2);
  const parameters = new URLSearchParams(query);
  // The requested format may be that of the Accept header.
  parameters.set('f', 'geojson');
  const self = `${path}?${parameters}`;
  // What a visitor has typed is only repeated where a link cannot do without it.
  const own = parameters.has('q') ? [] : [{ rel: 'self', url: self }];
  const pages = [...own, ...adjacentPages(self, cursors)];
  return pages.map((page) => ({ href: page.url, rel: page.rel, type: 'application/geo+json' }));
}
