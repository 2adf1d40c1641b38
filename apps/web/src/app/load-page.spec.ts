import type { Ask } from '../api-client/fetch-json.ts';
import type { SiteAddress } from '../urls/page-url.ts';
import { readSiteAddress } from '../urls/page-url.ts';
import { loadPage } from './load-page.ts';

const answers: Record<string, object> = {
  '/v1/regions': { items: [] },
  '/v1/service-types': { items: [] },
  '/v1/languages': { items: [{ code: 'quc', names: {}, count: 1 }] },
};
const ask = (async (url: string) => answers[url]) as unknown as Ask;

describe('the words of a page', () => {
  it('name languages that browsers have no name for', async () => {
    const { vocabulary } = await loadPage(readSiteAddress('/en/about', '') as SiteAddress, ask);
    expect(vocabulary.languages[0]?.names.en).toBe('Kʼicheʼ');
  });
});
