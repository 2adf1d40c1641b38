import { isLanguage } from '#site';

/**
 * Whether the site's response at a URL is the same for everyone: a page in any language, its
 * preview image, and, if a public URL is configured, its QR code and the sitemap.
 */
export function isPublicSiteResponse(url: string, publicUrl: string | undefined): boolean {
  if (containsHost(url)) return publicUrl !== undefined;
  return url.startsWith('/preview/') || isLanguage(url.slice(1, url.indexOf('/', 1)));
}

function containsHost(url: string): boolean {
  return url.startsWith('/qr.svg?') || /^\/(robots\.txt|sitemap(-\d+)?\.xml)$/.test(url);
}
