import type { TileOffer } from '#contract';
import type { ApiClient, SiteAssets } from '#site';
import type { Concern } from '../../http/cache/concern.ts';

export const SITE_OPTIONS = Symbol('SITE_OPTIONS');

/** The configuration of the site's controllers. */
export interface SiteOptions {
  /** The folder of the built site. */
  folder: string;
  assets: SiteAssets;
  /** Sends requests to the API of this process. */
  api: ApiClient;
  /** Sends requests to it for the client with an IP address. */
  apiFor(address: string): ApiClient;
  /** Sends requests to the API, and then knows which changes concern any of its responses. */
  watchedApi(): { api: ApiClient; concern: Concern };
  /** The configured public URL; without it links are relative. */
  publicUrl: string | undefined;
  /** The street tiles that maps can use; null if there are none. */
  tileOffer: TileOffer | null;
}
