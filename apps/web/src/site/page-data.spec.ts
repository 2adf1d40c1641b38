import { describe, expect, it } from '@jest/globals';
import type { SiteAddress } from '../address/site-address.ts';
import { readSiteAddress } from '../address/site-address.ts';
import type { Ask } from '../api/ask.ts';
import { loadPage } from './page-data.ts';

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
