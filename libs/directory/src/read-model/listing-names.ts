import type { FormerName, RebuiltNames, RecordNames } from '../former-name/former-names.ts';
import type { OrganizationRecord } from '../organization/organization-record.ts';
import type { ListingRow } from './listing-row.ts';

/** A listing before it was rebuilt. */
export interface FormerListing extends RecordNames {
  organization_id: string;
  location_id: string | null;
}

/**
 * Compares the names of listings before and after they were rebuilt. Where an organization gets its
 * first place to visit, that listing stands for the one without a place; so do those of places that
 * have no listing any more although the organization has them still. A place that was removed has no
 * successor.
 */
export function listingNames(
  before: FormerListing[],
  organizations: OrganizationRecord[],
  rows: ListingRow[],
): RebuiltNames {
  const listed = new Set(rows.map(({ id }) => id));
  const places = new Set(
    organizations.flatMap(({ locations }) => locations.map((location) => location.id)),
  );
  const replaced = before.flatMap(({ id, organization_id, location_id }): FormerName[] => {
    if (listed.has(id) || (location_id !== null && !places.has(location_id))) return [];
    const successor = rows.find((row) => row.organization_id === organization_id);
    return successor ? [{ name: id, means: successor.id }] : [];
  });
  return { before, after: rows, replaced };
}
