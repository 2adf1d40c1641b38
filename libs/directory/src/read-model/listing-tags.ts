import { isDialable, type ListingLocation } from '#contract';
import type { OrganizationRecord } from '../organization/organization-record.ts';
import type { TagName } from '../tags/tag-name.ts';
import { codesOf } from './listing-document.ts';
import type { ServiceAtPlace } from './places-of-help.ts';

/**
 * Returns the tags of services that are given at a place, or without one. Help without a place is
 * in the regions that it serves.
 */
export function listingTags(
  { status, speed_dials }: OrganizationRecord,
  services: ServiceAtPlace[],
  at: ListingLocation | null,
): TagName[] {
  const { service_types, languages, serves, costs, accepts } = codesOf(services);
  const here = at?.region ? [at.region] : serves;
  return [
    ...service_types.map((code): TagName => `service:${code}`),
    ...languages.map((code): TagName => `language:${code}`),
    ...here.map((code): TagName => `region:${code}`),
    ...[...new Set([...serves, ...here])].map((code): TagName => `serves:${code}`),
    ...costs.map((code): TagName => `cost:${code}`),
    ...accepts.map((code): TagName => `accepts:${code}`),
    `status:${status}`,
    ...(speed_dials.some(isDialable) ? ['dialable_from:detention' as const] : []),
  ];
}
