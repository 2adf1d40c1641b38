import { listingResource } from '../listings/listed-listing.schema.ts';
import { knownFields } from '../shared/fields/field-selection.ts';
import type { NearbyDto } from './nearby.dto.ts';

/** The filters that help without a place has in common with the nearest. */
const SHARED = [
  'service',
  'language',
  'cost',
  'accepts',
  'status',
  'open_now',
  'open_at',
  'verified_within_days',
  'include',
] as const;

/**
 * Returns the URLs of all help without a place, and of all help lines. They hold no position.
 *
 * @param serves the regions that the help must serve
 */
export function moreHelp(dto: NearbyDto, serves: string[]): { remote: string; help_lines: string } {
  const remote = new URLSearchParams({ remote: 'true' });
  if (serves.length > 0) remote.set('serves', serves.join(','));
  for (const name of SHARED) {
    const value = dto[name];
    if (value !== undefined) remote.set(name, String(value));
  }
  const fields = knownFields(listingResource, dto.fields ?? []);
  if (fields.length > 0) remote.set('fields', fields.join(','));
  const lines = new URLSearchParams();
  if (dto.service) lines.set('service', dto.service.join(','));
  const query = lines.size > 0 ? `?${lines}` : '';
  return { remote: `/v1/listings?${remote}`, help_lines: `/v1/help-lines${query}` };
}
