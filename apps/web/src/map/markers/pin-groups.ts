import type { Listing } from '#contract';

/** Listings that are drawn as one, with their numbers in the list. */
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

/** Joins each group to the first one that it would touch, in the order of the list. */
export function mergeOverlapping(
  groups: PinGroup[],
  touch: (one: PinGroup, other: PinGroup) => boolean,
): PinGroup[] {
  const joined: PinGroup[] = [];
  for (const group of groups) {
    const at = joined.findIndex((other) => touch(other, group));
    const other = joined[at];
    if (other) joined[at] = { ...other, members: [...other.members, ...group.members] };
    else joined.push(group);
  }
  for (const { members } of joined) members.sort((a, b) => a.position - b.position);
  return joined;
}
