import type { StreetsOffer } from '#contract';
import { languageTags, loadCatalogue } from '#site';
import type { Handler } from '../http/cache/response-cache.ts';
import { inProcessApi } from './in-process-api.ts';
import type { SiteOptions } from './shared/site-options.ts';
import { siteAssets, siteFolder } from './site-files.ts';

export interface SiteParts {
  /** Handles every request of the application. */
  handler: Handler;
  publicUrl: string | undefined;
  streets: StreetsOffer | null;
}

/** Loads what pages are rendered with; null where the site was not built. */
export async function openSite({
  handler,
  publicUrl,
  streets,
}: SiteParts): Promise<SiteOptions | null> {
  const folder = siteFolder();
  if (!folder) return null;
  await Promise.all(languageTags.map(loadCatalogue));
  return { folder, assets: siteAssets(folder), api: inProcessApi(handler), publicUrl, streets };
}
