import type { Place } from '#contract';

/** What stands in the field and in the address for a place. */
export function placeText({ name, region_name, country, kind }: Place): string {
  if (kind === 'postal_code') return name.slice(0, 5);
  return [...new Set([name, region_name ?? country])].join(', ');
}
