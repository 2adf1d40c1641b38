import type { TileOffer } from '#contract';
import { languageTags, loadCatalog } from '#site';
import type { Concern } from '../http/cache/concern.ts';
import type { Handler } from '../http/cache/in-process-request.ts';
import { inProcessApi } from './in-process-api.ts';
import type { SiteOptions } from './shared/site-options.ts';
import { siteAssets, siteFolder } from './site-files.ts';

export interface SiteParts {
  /** Handles every request of the application. */
  handler: Handler;
  publicUrl: string | undefined;
  tileOffer: TileOffer | null;
}

/** Loads the options for rendering pages; null if the site was not built. */
export async function openSite({
  handler,
  publicUrl,
  tileOffer,
}: SiteParts): Promise<SiteOptions | null> {
  const folder = siteFolder();
  if (!folder) return null;
  await Promise.all(languageTags.map(loadCatalog));
  return {
    folder,
    assets: siteAssets(folder),
    api: inProcessApi(handler),
    apiFor: (remoteAddress) => inProcessApi(handler, { remoteAddress }),
    watchedApi: () => {
      const concerns: Concern[] = [];
      const api = inProcessApi(handler, { onConcern: (concern) => concerns.push(concern) });
      return { api, concern: (change) => concerns.some((concerns) => concerns(change)) };
    },
    publicUrl,
    tileOffer,
  };
}
