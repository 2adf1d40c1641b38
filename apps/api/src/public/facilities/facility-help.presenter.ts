import { byTrust, type FacilityHelp, facilityHelpers, type Listing } from '#contract';
import type { ServedListing } from '#directory';
import { geodesic, type Point } from '#geo';
import {
  presentDirectoryEntry,
  presentListing,
  presentNearbyListing,
} from '../shared/presenters/listing.presenter.ts';
import type { FacilityHelpRows } from './facility-help.service.ts';

/** The help for a facility, its helpers in the order of `facilityHelpers`. */
export function presentFacilityHelp(rows: FacilityHelpRows, now: Date): FacilityHelp {
  const { facility, speedDials, locators } = rows;
  return {
    facility,
    speed_dials: speedDials.map(({ document }) => JSON.parse(document)).sort(byTrust),
    locators: locators.map((line) => JSON.parse(presentDirectoryEntry(line, now))),
    helpers: facilityHelpers(facility, legalHelp(rows, now)),
  };
}

/** Legal help that has not closed, the nearest first. */
function legalHelp({ facility, nearest, stated }: FacilityHelpRows, now: Date): Listing[] {
  const read = new Set(nearest.map(({ listing }) => listing.id));
  const listings: Listing[] = [
    ...nearest.map((near) => JSON.parse(presentNearbyListing(near, now))),
    ...stated.filter(({ id }) => !read.has(id)).map((listing) => measured(facility, listing, now)),
  ];
  return listings
    .filter(({ status }) => status !== 'closed')
    .sort((a, b) => distance(a) - distance(b) || a.slug.localeCompare(b.slug));
}

function measured(facility: Point, listing: ServedListing, now: Date): Listing {
  if (listing.longitude === null) return JSON.parse(presentListing(listing, now));
  const line = geodesic(facility, listing as Point);
  return JSON.parse(presentNearbyListing({ listing, ...line }, now));
}

function distance({ distance_m }: Listing): number {
  return distance_m ?? Number.POSITIVE_INFINITY;
}
