import { type Language, type PageUrl, pageUrl } from '#site';

type PageKind = PageUrl['page'];
type Search = Parameters<typeof pageUrl>[3];

/**
 * Pages of every kind, by their names and searches: a kind that is missing here is a type error.
 */
const pages: Record<PageKind, [name: string, search?: Search][]> = {
  search: [
    [''],
    ['', { near: 'El Paso' }],
    // Nothing fits.
    ['', { near: 'Nogales', service: 'bond-fund', language: 'fr' }],
    ['', { near: 'Xyzzyville' }],
  ],
  // Closed; in an unnamed place of its town; with an address, and maybe closed; without a place.
  listing: [
    ['casa-alitas'],
    ['annunciation-house'],
    ['galilee-center'],
    ['asylum-seeker-advocacy-project'],
  ],
  organization: [['hias-mexico']],
  state: [['US-AZ']],
  service: [['legal']],
  facility: [['eloy-detention-center']],
  facilities: [['', { q: 'Tucson' }]],
  wallet: [['eloy-detention-center']],
  guides: [['']],
  // Current; historical, with help near a place.
  guide: [['what-asylum-is'], ['credible-fear', { near: 'El Paso' }]],
  print: [['US-NM']],
  'help-lines': [['']],
  about: [['']],
  data: [['']],
  privacy: [['']],
  saved: [['']],
  told: [['']],
  missing: [['']],
};

/** The addresses of at least one page of every kind, in a language. */
export function pathsOf(language: Language): string[] {
  const kinds = Object.entries(pages) as [PageKind, (typeof pages)[PageKind]][];
  return kinds.flatMap(([kind, named]) =>
    named.map(([name, search]) =>
      kind === 'missing' ? `/${language}/nothing/here` : pageUrl(language, kind, name, search),
    ),
  );
}
