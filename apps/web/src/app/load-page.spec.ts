import { aListing } from '../../test/builders.ts';
import { type ApiClient, ProblemError } from '../api-client/fetch-json.ts';
import { languageTags } from '../i18n/languages.ts';
import { type PageUrl, parsePageUrl } from '../urls/page-url.ts';
import { loadPage } from './load-page.ts';
import type { PageData } from './page-data.ts';

const AT_HAND = {
  '/v1/regions': { items: [{ code: 'US-AZ', names: { en: 'Arizona' }, count: 3 }] },
  '/v1/service-types': {
    items: [{ code: 'legal', names: { en: 'Legal help' }, definition: 'By a lawyer.', count: 2 }],
  },
  '/v1/languages': {
    items: [
      { code: 'quc', names: {}, count: 1 },
      { code: 'es', names: { en: 'Castilian' }, count: 4 },
      { code: 'qqq', names: {}, count: 1 },
    ],
  },
};

/** An API that has what is given, and says of anything else that it does not exist. */
function apiWith(answers: Record<string, unknown> = {}) {
  const asked: string[] = [];
  const known: Record<string, unknown> = { ...AT_HAND, ...answers };
  const ask = (async (path: string) => {
    asked.push(path);
    const [name = ''] = path.split('?');
    const answer = known[path] ?? known[name];
    if (answer instanceof Error) throw answer;
    if (answer === undefined) throw new ProblemError(404, null);
    return answer;
  }) as ApiClient;
  return { ask, asked };
}

const load = async (path: string, { ask } = apiWith()) => {
  const { pathname, search } = new URL(path, 'http://localhost');
  return await loadPage(parsePageUrl(pathname, search) as PageUrl, ask);
};

describe('the vocabulary of a page', () => {
  it('names languages that browsers have no name for, and keeps the names that the API gives', async () => {
    const { vocabulary } = await load('/en/about');
    expect(vocabulary.languages.map(({ code, names }) => [code, names.en])).toEqual([
      ['quc', 'Kʼicheʼ'],
      ['es', 'Castilian'],
      ['qqq', 'qqq'],
    ]);
  });

  it.each(languageTags)(
    'names every language in the language of the page: %s',
    async (language) => {
      const { vocabulary } = await load(`/${language}/about`);
      const names = vocabulary.languages.map((spoken) => spoken.names[language]);
      expect(names.filter(Boolean)).toHaveLength(AT_HAND['/v1/languages'].items.length);
      if (language !== 'en') expect(names[1]).not.toBe('Castilian');
    },
  );

  it('holds the regions and services, without the definitions that no page but one shows', async () => {
    const { vocabulary } = await load('/en/about');
    expect(vocabulary.regions).toEqual(AT_HAND['/v1/regions'].items);
    expect(vocabulary.services).toMatchObject([{ code: 'legal', definition: '' }]);
  });
});

describe('a page', () => {
  const listings = { items: [aListing({ slug: 'a-place' })], next: null };
  const found = { items: [{ slug: 'a-place' }] };
  const answers = {
    '/v1/listings': listings,
    '/v1/listings/a-place': { slug: 'a-place' },
    '/v1/organizations/an-organization': { slug: 'an-organization' },
    '/v1/facilities': { items: [{ slug: 'a-facility' }] },
    '/v1/facilities/a-facility/help': { facility: { slug: 'a-facility' } },
    '/v1/guides': { items: [{ slug: 'a-guide' }] },
    '/v1/guides/a-guide': { slug: 'a-guide', blocks: [] },
    '/v1/help-lines': { items: [{ slug: 'a-line' }] },
    '/v1/statistics': { listings: { total: 1 } },
    '/v1/facets': { total: 1, facets: [] },
  };

  it.each<[string, PageData['page'], object]>([
    ['', 'search', { answered: { state: 'done', answer: found } }],
    ['listing/a-place', 'listing', { listing: { slug: 'a-place' } }],
    ['organization/an-organization', 'organization', { organization: { slug: 'an-organization' } }],
    ['state/US-AZ', 'state', { region: { code: 'US-AZ' }, found }],
    ['service/legal', 'service', { service: { definition: 'By a lawyer.' }, found }],
    ['facility/a-facility', 'facility', { help: { facility: { slug: 'a-facility' } } }],
    ['wallet/a-facility', 'wallet', { help: { facility: { slug: 'a-facility' } } }],
    ['facilities', 'facilities', {}],
    ['guides', 'guides', { guides: [{ slug: 'a-guide' }] }],
    ['guide/a-guide', 'guide', { guide: { slug: 'a-guide' } }],
    ['help-lines', 'help-lines', { lines: [{ slug: 'a-line' }] }],
    ['about/data', 'data', { statistics: { listings: { total: 1 } } }],
    ['about', 'about', {}],
    ['privacy', 'privacy', {}],
    ['saved', 'saved', {}],
  ])('/en/%s is loaded as %s, with what the API tells', async (path, page, data) => {
    expect(await load(`/en/${path}`, apiWith(answers))).toMatchObject({
      status: 200,
      data: { page, ...data },
    });
  });

  it.each([
    'listing/nowhere',
    'organization/nobody',
    'state/US-ZZ',
    'service/magic',
    'facility/nowhere',
    'wallet/nowhere',
    'guide/nothing',
    'print/US-ZZ',
  ])('/en/%s, which does not exist, is the page that says so', async (path) => {
    expect(await load(`/en/${path}`, apiWith(answers))).toMatchObject({
      status: 404,
      data: { page: 'missing' },
      streets: null,
    });
  });

  it.each([
    ['listing/old', '/v1/listings/old', { slug: 'a-place' }],
    ['organization/old', '/v1/organizations/old', { slug: 'a-place' }],
    ['wallet/old', '/v1/facilities/old/help', { facility: { slug: 'a-place' } }],
    ['guide/old', '/v1/guides/old', { slug: 'a-place', blocks: [] }],
  ])('/en/%s, by a former name, has the present one in its address', async (path, url, answer) => {
    const { address, status } = await load(`/en/${path}`, apiWith({ ...answers, [url]: answer }));
    expect([address.name, status]).toEqual(['a-place', 200]);
  });

  it('asks for guides in the language of the page', async () => {
    const api = apiWith(answers);
    await load('/es/guides', api);
    expect(api.asked).toContain('/v1/guides?language=es');
  });

  it('with a search that the API refuses says why, with 400, and does not end in an error', async () => {
    const refused = new ProblemError(400, null);
    const api = apiWith({ '/v1/nearby': refused, '/v1/facets': refused });
    const { status, data } = await load('/en/?near=Xyzzyville', api);
    expect(status).toBe(400);
    expect(data).toMatchObject({ page: 'search', answered: { state: 'failed', error: refused } });
  });

  it('of a search has its counts where they are at hand, and does not wait for them', async () => {
    const counts = answers['/v1/facets'];
    expect((await load('/en/', apiWith(answers))).data).toMatchObject({ facets: counts });
    const { ask } = apiWith(answers);
    const never = new Promise<never>(() => {});
    const withoutCounts = (async (path: string) =>
      path.startsWith('/v1/facets') ? await never : await ask(path)) as ApiClient;
    expect((await load('/en/', { ask: withoutCounts, asked: [] })).data).toMatchObject({
      answered: { state: 'done', answer: found },
      facets: null,
    });
    const broken = apiWith({ ...answers, '/v1/facets': new ProblemError(503, null) });
    expect((await load('/en/', broken)).data).toMatchObject({ facets: null });
  });

  it.each(['', 'listing/a-place', 'about/data'])(
    'whose API is broken is an error, and no page that says something untrue: /en/%s',
    async (path) => {
      const broken = new ProblemError(503, null);
      const api = apiWith(Object.fromEntries(Object.keys(answers).map((name) => [name, broken])));
      await expect(load(`/en/${path}`, api)).rejects.toBe(broken);
    },
  );

  it('is offered streets for its map where it has one, and nowhere else', async () => {
    const offer = { kind: 'pictures', attribution: '© Me' } as never;
    const { ask } = apiWith(answers);
    const streets = async (path: string) =>
      (await loadPage(parsePageUrl(path, '') as PageUrl, ask, offer)).streets;
    expect(await streets('/en/')).toBe(offer);
    expect(await streets('/en/about')).toBeNull();
  });
});
