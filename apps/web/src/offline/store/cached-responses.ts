import type { Guide, Statistics } from '#contract';
import { fetchJson } from '../../api-client/fetch-json.ts';
import type { Language } from '../../i18n/languages.ts';
import { DIRECTORY_CACHE } from './snapshot-store.ts';

const GUIDES = '/guides';
const STATISTICS = '/statistics';

/**
 * Keeps what is not part of the copy of the directory and is short: guides in a language, and how far
 * the directory can be trusted.
 *
 * @throws ProblemError when the server refuses, TypeError without a network; what was kept stays
 */
export async function cacheResponses(language: Language): Promise<void> {
  const [guides, statistics] = await Promise.all([
    fetchJson<{ items: Guide[] }>(`/v1/guides?language=${language}&whole=true`),
    fetchJson<Statistics>('/v1/statistics'),
  ]);
  const cache = await caches.open(DIRECTORY_CACHE);
  await cache.put(STATISTICS, new Response(JSON.stringify(statistics)));
  await cache.put(GUIDES, new Response(JSON.stringify(guides.items)));
}

/** Guides in the language in which they were kept last; none where nothing is kept. */
export async function cachedGuides(): Promise<Guide[]> {
  return (await kept<Guide[]>(GUIDES)) ?? [];
}

export async function cachedStatistics(): Promise<Statistics | undefined> {
  return await kept<Statistics>(STATISTICS);
}

async function kept<Answer>(place: string): Promise<Answer | undefined> {
  if (!('caches' in globalThis)) return undefined;
  const found = await (await caches.open(DIRECTORY_CACHE)).match(place);
  return found ? ((await found.json()) as Answer) : undefined;
}
