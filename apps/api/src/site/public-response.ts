import { isLanguage } from '#site';

/**
 * True for the address of a response of the site that is the same for everyone: a page in any
 * language, its preview image, and, where it does not depend on the host of the request, its QR code
 * and the sitemap.
 */
export function isPublicSiteResponse(url: string, publicUrl: string | undefined): boolean {
  if (namesTheHost(url)) return publicUrl !== undefined;
  return url.startsWith('/preview/') || isLanguage(url.slice(1, url.indexOf('/', 1)));
}

function namesTheHost(url: string): boolean {
  return url.startsWith('/qr.svg?') || /^\/(robots\.txt|sitemap(-\d+)?\.xml)$/.test(url);
}
