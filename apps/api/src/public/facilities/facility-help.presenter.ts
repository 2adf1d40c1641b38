import { compareByTrust, type FacilityHelp, facilityHelpers, type Listing } from '#contract';
import type { ServedListing } from '#directory';
import { geodesic, type Point } from '#geo';
import {
  presentDirectoryEntry,
  presentListing,
  presentNearbyListing,
} from '../shared/presenters/listing.presenter.ts';
import type { FacilityHelpRows } from './facility-help.service.ts';

/** Presents the help for a facility, with its helpers in the order of `facilityHelpers`. */
export function presentFacilityHelp(rows: FacilityHelpRows, now: Date): FacilityHelp {
  const { facility, speedDials, locators } = rows;
  return {
    facility,
    speed_dials: speedDials.map(({ document }) => JSON.parse(document)).sort(compareByTrust),
    locators: locators.map((line) => JSON.parse(presentDirectoryEntry(line, now))),
    helpers: facilityHelpers(facility, legalHelp(rows, now)),
  };
}

/** Presents legal help that has not closed, nearest first. */
function legalHelp({ facility, nearest, stated }: FacilityHelpRows, now: Date): Listing[] {
  const nearestIds = new Set(nearest.map(({ listing }) => listing.id));
  const listings: Listing[] = [
    ...nearest.map((near) => JSON.parse(presentNearbyListing(near, now))),
    ...stated
      .filter(({ id }) => !nearestIds.has(id))
      .map((listing) => presentWithDistance(facility, listing, now)),
  ];
  return listings
    .filter(({ status }) => status !== 'closed')
    .sort((a, b) => distance(a) - distance(b) || a.slug.localeCompare(b.slug));
}

function presentWithDistance(facility: Point, listing: ServedListing, now: Date): Listing {
  if (listing.longitude === null) return JSON.parse(presentListing(listing, now));
  const line = geodesic(facility, listing as Point);
  return JSON.parse(presentNearbyListing({ listing, ...line }, now));
}

function distance({ distance_m }: Listing): number {
  return distance_m ?? Number.POSITIVE_INFINITY;
}
