/** What is near, and whether it lies farther away than was asked for. */
export interface WithinRadius<Item> {
  items: Item[];
  widened: boolean;
}

/**
 * Leaves out what is too far. Where nothing lies within the radius, the nearest beyond it is given: a
 * reader who finds nothing has to know where to go instead.
 *
 * @param nearest nearest first, with distances in meters
 */
export function withinRadius<Item extends { distance_m: number | null }>(
  nearest: Item[],
  radius_km: number | undefined,
): WithinRadius<Item> {
  const meters = radius_km === undefined ? Number.POSITIVE_INFINITY : radius_km * 1000;
  const within = nearest.filter(({ distance_m }) => (distance_m ?? 0) <= meters);
  const widened = within.length === 0 && nearest.length > 0;
  return { items: widened ? nearest : within, widened };
}
