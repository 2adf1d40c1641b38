import type { Place } from '#contract';

/** Formats a place for the search field and the URL. */
export function placeText({ name, region_name, country, kind }: Place): string {
  if (kind === 'postal_code') return name.slice(0, 5);
  return [...new Set([name, region_name ?? country])].join(', ');
}
