import type { Cost, ListedService, SnapshotListing } from '#contract';

/** A listing as earlier versions stored it. */
type OlderListing = Omit<SnapshotListing, 'costs'> & { cost: Cost | null };

/** Returns a stored listing in the form of this version, with its services. */
export function withServices(
  stored: SnapshotListing | OlderListing,
): SnapshotListing & { services: ListedService[] } {
  const listing = 'cost' in stored ? upToDate(stored) : stored;
  return { ...listing, services: listing.services ?? [onlyService(listing)] };
}

// A copy leaves out a single service, because the listing says all about it.
function onlyService(listing: SnapshotListing): ListedService {
  return {
    ...listing,
    description: null,
    status: 'active',
    phones: [],
  };
}

function upToDate({ cost, ...listing }: OlderListing): SnapshotListing {
  const location = listing.location && {
    ...listing.location,
    other_addresses: [],
    accessibility: [],
  };
  const translations = listing.translations ?? [];
  return { ...listing, location, translations, costs: cost === null ? [] : [cost] };
}
