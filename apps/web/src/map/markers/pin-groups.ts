import type { Listing } from '#contract';

/** Listings that are drawn as one pin, with their numbers in the list. */
export interface PinGroup {
  key: string;
  /** WGS 84 degrees. */
  longitude: number;
  latitude: number;
  members: { listing: Listing; position: number }[];
}

/**
 * Groups listings by their point, in the order of the list; listings without a point are omitted.
 */
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

/** Merges each group into the first one that it overlaps, in the order of the list. */
export function mergeOverlapping(
  groups: PinGroup[],
  overlaps: (one: PinGroup, other: PinGroup) => boolean,
): PinGroup[] {
  const merged: PinGroup[] = [];
  for (const group of groups) {
    const at = merged.findIndex((other) => overlaps(other, group));
    const other = merged[at];
    if (other) merged[at] = { ...other, members: [...other.members, ...group.members] };
    else merged.push(group);
  }
  for (const { members } of merged) members.sort((a, b) => a.position - b.position);
  return merged;
}
