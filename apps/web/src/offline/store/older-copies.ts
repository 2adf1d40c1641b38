import type { Cost, SnapshotListing } from '#contract';

/** A listing as earlier versions stored it: it describes its only service itself. */
type OlderListing = Omit<SnapshotListing, 'services' | 'costs'> & { cost: Cost | null };

/** Returns a stored listing in the form of this version. */
export function upToDate(listing: SnapshotListing | OlderListing): SnapshotListing {
  if ('services' in listing) return listing;
  const { cost, ...rest } = listing;
  const costs = cost === null ? [] : [cost];
  const location = rest.location && { ...rest.location, other_addresses: [], accessibility: [] };
  const service = {
    id: listing.id,
    name: listing.name,
    description: null,
    status: listing.status === 'closed' ? ('defunct' as const) : ('active' as const),
    phones: [],
    translations: [],
  };
  return { ...rest, location, costs, services: [{ ...rest, ...service, costs }] };
}
