import type { Guide, Statistics } from '#contract';
import { fetchJson } from '../../api-client/fetch-json.ts';
import type { Language } from '../../i18n/languages.ts';
import { DIRECTORY_CACHE } from './snapshot-store.ts';

const GUIDES = '/guides';
const STATISTICS = '/statistics';

/**
 * Caches short responses that are not part of the copy of the directory: the guides in a language
 * and the statistics.
 *
 * @throws ProblemError for an error response, TypeError without a network; cached responses are
 *   retained
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

/** Returns the guides in the language in which they were last cached; empty if none are cached. */
export async function cachedGuides(): Promise<Guide[]> {
  return (await cached<Guide[]>(GUIDES)) ?? [];
}

export async function cachedStatistics(): Promise<Statistics | undefined> {
  return await cached<Statistics>(STATISTICS);
}

async function cached<Body>(key: string): Promise<Body | undefined> {
  if (!('caches' in globalThis)) return undefined;
  const found = await (await caches.open(DIRECTORY_CACHE)).match(key);
  return found ? ((await found.json()) as Body) : undefined;
}
