import type { StreetsOffer } from '#contract';
import type { ApiClient, SiteAssets } from '#site';

export const SITE_OPTIONS = Symbol('SITE_OPTIONS');

/** What the controllers of the site are configured with. */
export interface SiteOptions {
  /** The folder of the built site. */
  folder: string;
  assets: SiteAssets;
  /** Sends requests to the API of this process. */
  api: ApiClient;
  /** As configured; without it links are relative to the request. */
  publicUrl: string | undefined;
  /** What maps can draw streets from; null where there is nothing to draw them from. */
  streets: StreetsOffer | null;
}
