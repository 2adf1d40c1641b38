import {
  type Facility,
  freshnessAt,
  type HelpLine,
  type Listing,
  type OrganizationWithListings,
  type Snapshot,
  type SnapshotFacility,
  type SnapshotListing,
  type SnapshotOrganization,
  type WithoutFreshness,
} from '#contract';
import { byName, openingNow } from '#rules';
import { withServices } from './listings/listed-services.ts';

const toDate = (text: string | null) => (text === null ? null : new Date(text));

/** Completes a stored record like the API; its sources are not stored on the device. */
function withFreshness<Item extends { verified_at: string | null; due_at: string | null }>(
  { due_at, ...rest }: Item,
  now: Date,
) {
  const freshness = freshnessAt(now, toDate(rest.verified_at), toDate(due_at));
  return { ...rest, freshness, sources: [] };
}

function listingNow(
  stored: SnapshotListing,
  organization: Omit<SnapshotOrganization, 'listings'>,
  now: Date,
): Listing {
  const listing = withServices(stored);
  const { opening_hours, ...rest } = withFreshness(listing, now);
  const { id, slug, name, description, website, email } = organization;
  return {
    ...rest,
    organization: { id, slug, name },
    description,
    website,
    email,
    translations: [...organization.translations, ...listing.translations],
    open: openingNow(opening_hours, now),
    distance_m: null,
    bearing_deg: null,
  };
}

/** Returns the listings of a copy as the API gives them, by name. */
export function listingsNow({ organizations }: Snapshot, now: Date): Listing[] {
  return byName(
    organizations.flatMap((organization) =>
      organization.listings.map((listing) => listingNow(listing, organization, now)),
    ),
  );
}

export function organizationNow(
  { listings, ...organization }: SnapshotOrganization,
  facilities: SnapshotFacility[],
  now: Date,
): OrganizationWithListings {
  return {
    ...withFreshness(organization, now),
    facilities: facilities.flatMap(({ slug, name, served_by }) =>
      served_by
        .filter((server) => server.organization.id === organization.id)
        .map(({ organization: _, ...stated }) => ({ facility: { slug, name }, ...stated })),
    ),
    listings: listings.map((listing) => listingNow(listing, organization, now)),
  };
}

export function helpLineNow(line: WithoutFreshness<HelpLine>, now: Date): HelpLine {
  return withFreshness(line, now);
}

export function facilityNow(facility: SnapshotFacility): Facility {
  return { ...facility, sources: [], distance_m: null };
}
