import type { Cost, ListedService, OpeningHours, SnapshotListing } from '#contract';

/** A listing as earlier versions stored it. */
type OlderListing = Omit<SnapshotListing, 'costs'> & { cost: Cost | null };

/** Hours as earlier versions stored them. */
type OlderHours = Omit<OpeningHours, 'special_days'> & Partial<OpeningHours>;

/** Returns a stored listing in the form of this version, with its services. */
export function withServices(
  stored: SnapshotListing | OlderListing,
): SnapshotListing & { services: ListedService[] } {
  const found = 'cost' in stored ? upToDate(stored) : stored;
  const listing = { ...found, opening_hours: withSpecialDays(found.opening_hours) };
  const services = listing.services?.map((service) => ({
    ...service,
    opening_hours: withSpecialDays(service.opening_hours),
  }));
  return { ...listing, services: services ?? [onlyService(listing)] };
}

function withSpecialDays(hours: OlderHours | null): OpeningHours | null {
  return hours && { special_days: [], ...hours };
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
