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
import { isOpenAt, openingNow } from './opening-now.ts';

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
  listing: SnapshotListing,
  organization: Omit<SnapshotOrganization, 'listings'>,
  now: Date,
): Listing {
  const { opening_hours, ...rest } = withFreshness(listing, now);
  const { id, slug, name, description, website, email, translations } = organization;
  return {
    ...rest,
    organization: { id, slug, name },
    description,
    website,
    email,
    translations,
    open: openingNow(opening_hours, now),
    distance_m: null,
    bearing_deg: null,
  };
}

/** @param openAt only listings that are open at this local time: `2026-11-28T18:00` */
export function listingsNow({ organizations }: Snapshot, now: Date, openAt?: string): Listing[] {
  return organizations
    .flatMap((organization) =>
      organization.listings
        .filter(({ opening_hours }) => openAt === undefined || isOpenAt(opening_hours, openAt))
        .map((listing) => listingNow(listing, organization, now)),
    )
    .sort((a, b) => a.name.localeCompare(b.name));
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
