import { describe, expect, it } from '@jest/globals';
import type { ApiClient } from '../api-client/fetch-json.ts';
import type { PageUrl } from '../urls/page-url.ts';
import { parsePageUrl } from '../urls/page-url.ts';
import { loadPage } from './load-page.ts';

const answers: Record<string, object> = {
  '/v1/regions': { items: [] },
  '/v1/service-types': { items: [] },
  '/v1/languages': { items: [{ code: 'quc', names: {}, count: 1 }] },
};
const api = (async (url: string) => answers[url]) as unknown as ApiClient;

describe('the words of a page', () => {
  it('name languages that browsers have no name for', async () => {
    const { vocabulary } = await loadPage(parsePageUrl('/en/about', '') as PageUrl, api);
    expect(vocabulary.languages[0]?.names.en).toBe('Kʼicheʼ');
  });
});
