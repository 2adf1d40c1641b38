import type { GuideSummary, HelpLine, Page, StreetsOffer } from '#contract';
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
 * Loads what the page at an address shows. What does not exist is the page `missing`, with 404; a
 * search that cannot be understood is a search page that says so, with 400.
 *
 * @param offered what maps can draw streets from
 * @throws whatever `ask` throws for another reason
 */
export async function loadPage(
  address: PageUrl,
  ask: ApiClient,
  offered: StreetsOffer | null = null,
): Promise<LoadedPage> {
  const vocabulary = await loadVocabulary(address.language, ask);
  const common = { address, vocabulary: withoutDefinitions(vocabulary) };
  try {
    const data = await load({ address, vocabulary, ask });
    const streets = data.page === 'search' ? offered : null;
    return { ...common, status: statusOf(data), data, streets };
  } catch (error) {
    if (!(error instanceof ProblemError) || error.status >= 500) throw error;
    return { ...common, status: 404, data: { page: 'missing' }, streets: null };
  }
}

function statusOf(data: PageData): number {
  if (data.page === 'missing') return 404;
  return data.page === 'search' && data.answered.error ? 400 : 200;
}

interface PageRequest {
  address: PageUrl;
  vocabulary: Vocabulary;
  ask: ApiClient;
}

/** Resolves to the data of the page, or to null when it does not exist. */
type Loader<Name extends PageName> = (request: PageRequest) => Promise<DataOf<Name> | null>;

async function load(request: PageRequest): Promise<PageData> {
  const loader = loaders[request.address.page] as (
    request: PageRequest,
  ) => Promise<PageData | null>;
  return (await loader(request)) ?? { page: 'missing' };
}

const encodedName = ({ name }: PageUrl): string => encodeURIComponent(name);

const loaders: { [Name in PageName]: Loader<Name> } = {
  search: async ({ address: { search, language }, ask }) => ({
    page: 'search',
    ...(await loadSearch(search, language, ask)),
  }),
  listing: async ({ address, ask }) => ({
    page: 'listing',
    listing: await ask(`/v1/listings/${encodedName(address)}`),
  }),
  organization: async ({ address, ask }) => ({
    page: 'organization',
    organization: await ask(`/v1/organizations/${encodedName(address)}`),
  }),
  state: async ({ address: { name, search, language }, vocabulary, ask }) => {
    const region = vocabulary.regions.find(({ code }) => code === name);
    if (!region) return null;
    const found = await browseListings({ ...search, region: name }, ask, { language });
    return { page: 'state', region, found };
  },
  print: async ({ address: { name }, vocabulary, ask }) => {
    const region = vocabulary.regions.find(({ code }) => code === name);
    if (!region) return null;
    return { page: 'print', region, booklet: await loadBooklet(region.code, ask) };
  },
  service: async ({ address: { name, search, language }, vocabulary, ask }) => {
    const service = vocabulary.services.find(({ code }) => code === name);
    if (!service) return null;
    const found = await browseListings({ ...search, service: name }, ask, { language });
    return { page: 'service', service, found };
  },
  facility: async ({ address, ask }) => ({
    page: 'facility',
    help: await ask(`/v1/facilities/${encodedName(address)}/help`),
  }),
  wallet: async ({ address, ask }) => ({
    page: 'wallet',
    help: await ask(`/v1/facilities/${encodedName(address)}/help`),
    made: new Date().toISOString().slice(0, 10),
  }),
  facilities: async ({ address: { search }, ask }) => ({
    page: 'facilities',
    found: await loadFacilities(search.q, ask),
  }),
  guides: async ({ address: { language }, ask }) => ({
    page: 'guides',
    guides: (await ask<Page<GuideSummary>>(`/v1/guides?language=${language}`)).items,
  }),
  guide: async ({ address, ask }) => {
    const { language, search } = address;
    const guide: DataOf<'guide'>['guide'] = await ask(
      `/v1/guides/${encodedName(address)}?language=${language}`,
    );
    return { page: 'guide', guide, help: await loadGuideHelp(guide, search, { ask, language }) };
  },
  'help-lines': async ({ address: { search }, ask }) => {
    const query = formatSearch({ service: search.service });
    return {
      page: 'help-lines',
      lines: (await ask<Page<HelpLine>>(`/v1/help-lines${query}`)).items,
    };
  },
  data: async ({ ask }) => ({ page: 'data', statistics: await ask('/v1/statistics') }),
  told: async () => ({ page: 'told', failed: false }),
  about: async () => ({ page: 'about' }),
  privacy: async () => ({ page: 'privacy' }),
  saved: async () => ({ page: 'saved' }),
  missing: async () => ({ page: 'missing' }),
};
