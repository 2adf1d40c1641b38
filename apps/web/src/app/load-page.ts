import type { GuideSummary, HelpLine, Page, TileOffer } from '#contract';
import { type ApiClient, ProblemError } from '../api-client/fetch-json.ts';
import { browseListings } from '../api-client/listing-search.ts';
import type { Vocabulary } from '../i18n/vocabulary.tsx';
import { loadFacilities } from '../routes/facilities/load-facilities.ts';
import { loadGuideHelp } from '../routes/guides/load-guide-help.ts';
import { loadBooklet } from '../routes/print/load-booklet.ts';
import { loadSearch } from '../routes/search/load-search.ts';
import { formatSearch, type PageUrl } from '../urls/page-url.ts';
import { loadVocabulary, withoutDefinitions } from './load-vocabulary.ts';
import type { DataOf, LoadedPage, PageData, PageName } from './page-data.ts';

/**
 * Loads the data of the page at a URL. A former name or an id in it becomes the present slug in the
 * address of the loaded page. A page that does not exist becomes the page `missing` with
 * 404; an invalid search becomes a search page with the error and 400.
 *
 * @param tileOffer the street tiles that maps can use
 * @throws whatever `api` throws for another reason
 */
export async function loadPage(
  address: PageUrl,
  api: ApiClient,
  tileOffer: TileOffer | null = null,
): Promise<LoadedPage> {
  const vocabulary = await loadVocabulary(address.language, api);
  const data = await loadOrMissing({ address, vocabulary, api });
  return {
    address: { ...address, name: presentName(data) ?? address.name },
    status: statusOf(data),
    vocabulary: withoutDefinitions(vocabulary),
    data,
    streets: data.page === 'search' ? tileOffer : null,
  };
}

function statusOf(data: PageData): number {
  if (data.page === 'missing') return 404;
  return data.page === 'search' && data.answered.error ? 400 : 200;
}

/** Returns the slug of the record that a page is about; null for other pages. */
function presentName(data: PageData): string | null {
  switch (data.page) {
    case 'listing':
      return data.listing.slug;
    case 'organization':
      return data.organization.slug;
    case 'facility':
    case 'wallet':
      return data.help.facility.slug;
    case 'guide':
      return data.guide.slug;
    default:
      return null;
  }
}

interface PageRequest {
  address: PageUrl;
  vocabulary: Vocabulary;
  api: ApiClient;
}

/** Resolves to the data of the page, or to null if it does not exist. */
type Loader<Name extends PageName> = (request: PageRequest) => Promise<DataOf<Name> | null>;

async function loadOrMissing(request: PageRequest): Promise<PageData> {
  const load = loaders[request.address.page] as (request: PageRequest) => Promise<PageData | null>;
  try {
    return (await load(request)) ?? { page: 'missing' };
  } catch (error) {
    if (error instanceof ProblemError && error.status < 500) return { page: 'missing' };
    throw error;
  }
}

const encodedName = ({ name }: PageUrl): string => encodeURIComponent(name);

const loaders: { [Name in PageName]: Loader<Name> } = {
  search: async ({ address: { search, language }, api }) => ({
    page: 'search',
    ...(await loadSearch(search, language, api)),
  }),
  listing: async ({ address, api }) => ({
    page: 'listing',
    listing: await api(`/v1/listings/${encodedName(address)}`),
  }),
  organization: async ({ address, api }) => ({
    page: 'organization',
    organization: await api(`/v1/organizations/${encodedName(address)}`),
  }),
  state: async ({ address: { name, search, language }, vocabulary, api }) => {
    const region = vocabulary.regions.find(({ code }) => code === name);
    if (!region) return null;
    const found = await browseListings({ ...search, region: name }, api, { language });
    return { page: 'state', region, found };
  },
  print: async ({ address: { name }, vocabulary, api }) => {
    const region = vocabulary.regions.find(({ code }) => code === name);
    if (!region) return null;
    return { page: 'print', region, booklet: await loadBooklet(region.code, api) };
  },
  service: async ({ address: { name, search, language }, vocabulary, api }) => {
    const service = vocabulary.services.find(({ code }) => code === name);
    if (!service) return null;
    const found = await browseListings({ ...search, service: name }, api, { language });
    return { page: 'service', service, found };
  },
  facility: async ({ address, api }) => ({
    page: 'facility',
    help: await api(`/v1/facilities/${encodedName(address)}/help`),
  }),
  wallet: async ({ address, api }) => ({
    page: 'wallet',
    help: await api(`/v1/facilities/${encodedName(address)}/help`),
    made: new Date().toISOString().slice(0, 10),
  }),
  facilities: async ({ address: { search }, api }) => ({
    page: 'facilities',
    found: await loadFacilities(search.q, api),
  }),
  guides: async ({ address: { language }, api }) => ({
    page: 'guides',
    guides: (await api<Page<GuideSummary>>(`/v1/guides?language=${language}`)).items,
  }),
  guide: async ({ address, api }) => {
    const { language, search } = address;
    const guide: DataOf<'guide'>['guide'] = await api(
      `/v1/guides/${encodedName(address)}?language=${language}`,
    );
    return { page: 'guide', guide, help: await loadGuideHelp(guide, search, { api, language }) };
  },
  'help-lines': async ({ address: { search }, api }) => {
    const query = formatSearch({ service: search.service });
    return {
      page: 'help-lines',
      lines: (await api<Page<HelpLine>>(`/v1/help-lines${query || '?'}&include=details,sources`))
        .items,
    };
  },
  data: async ({ api }) => ({ page: 'data', statistics: await api('/v1/statistics') }),
  told: async () => ({ page: 'told', report: { state: 'sent' } }),
  about: async () => ({ page: 'about' }),
  privacy: async () => ({ page: 'privacy' }),
  saved: async () => ({ page: 'saved' }),
  missing: async () => ({ page: 'missing' }),
};
