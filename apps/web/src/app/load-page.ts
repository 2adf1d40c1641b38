import type {
  CodeCount,
  Facets,
  FacilityHelp,
  Guide,
  GuideSummary,
  HelpLine,
  Listing,
  OrganizationWithListings,
  Page,
  Region,
  ServiceType,
  Statistics,
  StreetsOffer,
} from '#contract';
import { type Ask, ProblemError } from '../api-client/fetch-json.ts';
import { browse, type Found, find, findFacets } from '../api-client/listing-search.ts';
import type { Answered } from '../api-client/use-api.ts';
import { languageNames } from '../i18n/formatters.ts';
import { type Language, languages } from '../i18n/languages.ts';
import type { Vocabulary } from '../i18n/vocabulary.tsx';
import { type FoundFacilities, findFacilities } from '../routes/facilities/load-facilities.ts';
import { type GuideHelp, loadGuideHelp } from '../routes/guides/load-guide-help.ts';
import { type Booklet, loadBooklet } from '../routes/print/load-booklet.ts';
import { type SiteAddress, writeSearch } from '../urls/page-url.ts';

/** What a page shows, loaded before it is rendered. */
export type PageData =
  | { page: 'search'; answered: Answered<Found>; facets: Facets | null }
  | { page: 'listing'; listing: Listing }
  | { page: 'organization'; organization: OrganizationWithListings }
  | { page: 'state'; region: Region; found: Found }
  | { page: 'print'; region: Region; booklet: Booklet }
  | { page: 'service'; service: ServiceType; found: Found }
  | { page: 'facility'; help: FacilityHelp }
  | { page: 'wallet'; help: FacilityHelp /** ISO 8601 date. */; made: string }
  | { page: 'facilities'; found: FoundFacilities }
  | { page: 'guides'; guides: GuideSummary[] }
  | { page: 'guide'; guide: Guide; help: GuideHelp }
  | { page: 'help-lines'; lines: HelpLine[] }
  | { page: 'data'; statistics: Statistics }
  | { page: 'told'; failed: boolean }
  | { page: 'about' | 'privacy' | 'saved' | 'missing' };

/** All that a page needs to be rendered, on the server and again in the browser. */
export interface LoadedPage {
  address: SiteAddress;
  /** Of the HTTP answer. */
  status: number;
  vocabulary: Vocabulary;
  data: PageData;
  /** What its map can draw streets from; null where there is no map, or nothing to draw them from. */
  streets: StreetsOffer | null;
}

/**
 * Loads what the page at an address shows. What does not exist is the page `missing`, with 404; a
 * search that cannot be understood is a search page that says so, with 400.
 *
 * @param offered what maps can draw streets from
 * @throws whatever `ask` throws for another reason
 */
export async function loadPage(
  address: SiteAddress,
  ask: Ask,
  offered: StreetsOffer | null = null,
): Promise<LoadedPage> {
  const vocabulary = await loadVocabulary(address.language, ask);
  try {
    const data = await loadData(address, vocabulary, ask);
    const status = statusOf(data);
    const streets = data.page === 'search' ? offered : null;
    return { address, status, vocabulary: inBrief(vocabulary), data, streets };
  } catch (error) {
    if (!(error instanceof ProblemError) || error.status >= 500) throw error;
    const data = { page: 'missing' } as const;
    return { address, status: 404, vocabulary: inBrief(vocabulary), data, streets: null };
  }
}

function statusOf(data: PageData): number {
  if (data.page === 'missing') return 404;
  return data.page === 'search' && data.answered.error ? 400 : 200;
}

async function loadVocabulary(language: Language, ask: Ask): Promise<Vocabulary> {
  const [regions, services, spoken] = await Promise.all([
    ask<Page<Region>>('/v1/regions'),
    ask<Page<ServiceType>>('/v1/service-types'),
    ask<Page<CodeCount>>('/v1/languages'),
  ]);
  return {
    regions: regions.items,
    services: services.items,
    languages: spoken.items.map(named(language)),
  };
}

/** Without what is told on the page of a service alone, which has its own. */
function inBrief(vocabulary: Vocabulary): Vocabulary {
  const services = vocabulary.services.map((service) => ({ ...service, definition: '' }));
  return { ...vocabulary, services };
}

// Browsers do not know all the languages that servers know, and both must write the same.
function named(language: Language): (spoken: CodeCount) => CodeCount {
  const inOurs = languageNames(languages[language].locale);
  return ({ code, names, count }) => ({
    code,
    names: { ...names, [language]: names[language] ?? inOurs.of(code) ?? code },
    count,
  });
}

async function loadData(
  address: SiteAddress,
  { regions, services }: Vocabulary,
  ask: Ask,
): Promise<PageData> {
  const { page, name, search, language } = address;
  const path = encodeURIComponent(name);
  switch (page) {
    case 'search': {
      const [found, counts] = await Promise.all([
        answered(find(search, ask, { language })),
        answered(findFacets(search, ask)),
      ]);
      return { page, answered: found, facets: counts.answer };
    }
    case 'listing':
      return { page, listing: await ask(`/v1/listings/${path}`) };
    case 'organization':
      return { page, organization: await ask(`/v1/organizations/${path}`) };
    case 'state': {
      const region = regions.find(({ code }) => code === name);
      if (!region) return { page: 'missing' };
      return { page, region, found: await browse({ ...search, region: name }, ask, { language }) };
    }
    case 'print': {
      const region = regions.find(({ code }) => code === name);
      if (!region) return { page: 'missing' };
      return { page, region, booklet: await loadBooklet(region.code, ask) };
    }
    case 'service': {
      const service = services.find(({ code }) => code === name);
      if (!service) return { page: 'missing' };
      return {
        page,
        service,
        found: await browse({ ...search, service: name }, ask, { language }),
      };
    }
    case 'facility':
      return { page, help: await ask(`/v1/facilities/${path}/help`) };
    case 'wallet': {
      const made = new Date().toISOString().slice(0, 10);
      return { page, help: await ask(`/v1/facilities/${path}/help`), made };
    }
    case 'facilities':
      return { page, found: await findFacilities(search.q, ask) };
    case 'guides': {
      const { items } = await ask<Page<GuideSummary>>(`/v1/guides?language=${language}`);
      return { page, guides: items };
    }
    case 'guide': {
      const guide = await ask<Guide>(`/v1/guides/${path}?language=${language}`);
      return { page, guide, help: await loadGuideHelp(guide, search, { ask, language }) };
    }
    case 'help-lines': {
      const { service } = search;
      const { items } = await ask<Page<HelpLine>>(`/v1/help-lines${writeSearch({ service })}`);
      return { page, lines: items };
    }
    case 'data':
      return { page, statistics: await ask('/v1/statistics') };
    case 'told':
      return { page, failed: false };
    default:
      return { page };
  }
}

// A search that is refused is shown with the reason, and what was typed stays in its fields.
async function answered<Answer>(search: Promise<Answer>): Promise<Answered<Answer>> {
  try {
    return { state: 'done', answer: await search, error: null };
  } catch (error) {
    if (error instanceof ProblemError && error.status < 500) {
      return { state: 'failed', answer: null, error };
    }
    throw error;
  }
}
