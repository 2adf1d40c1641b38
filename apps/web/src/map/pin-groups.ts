import type { Listing } from '#contract';

/** Listings that are drawn at one point, with their numbers in the list. */
export interface PinGroup {
  key: string;
  /** WGS 84 degrees. */
  longitude: number;
  latitude: number;
  members: { listing: Listing; position: number }[];
}

/** Gathers listings by their point, in the order of the list; what has no point is not drawn. */
export function pinGroups(listings: Listing[]): PinGroup[] {
  const groups = new Map<string, PinGroup>();
  listings.forEach((listing, index) => {
    const { longitude, latitude } = listing.location ?? {};
    if (typeof longitude !== 'number' || typeof latitude !== 'number') return;
    const key = `${longitude},${latitude}`;
    const group = groups.get(key) ?? { key, longitude, latitude, members: [] };
    group.members.push({ listing, position: index + 1 });
    groups.set(key, group);
  });
  return [...groups.values()];
}
