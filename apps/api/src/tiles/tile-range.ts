import { toMapFraction } from '#geo';
import type { TileAddress, TileSource } from './tile-source.ts';

/**
 * Reads the numbers of a tile's path.
 *
 * @returns null for what is no number, and for a tile that is not offered: too coarse, too fine, or
 *   wholly outside of the area
 */
export function readTileAddress(
  path: Record<keyof TileAddress, string>,
  { offer, leastTileZoom }: Pick<TileSource, 'offer' | 'leastTileZoom'>,
): TileAddress | null {
  if (![path.z, path.x, path.y].every((text) => /^\d{1,6}$/.test(text))) return null;
  const at = { z: Number(path.z), x: Number(path.x), y: Number(path.y) };
  if (at.z < leastTileZoom || at.z > offer.mostTileZoom) return null;
  const [west, south, east, north] = offer.bounds;
  const first = tileOf({ longitude: west, latitude: north }, at.z);
  const last = tileOf({ longitude: east, latitude: south }, at.z);
  const inside = at.x >= first.x && at.x <= last.x && at.y >= first.y && at.y <= last.y;
  return inside ? at : null;
}

function tileOf(point: { longitude: number; latitude: number }, zoom: number): TileAddress {
  const { x, y } = toMapFraction(point);
  const most = 2 ** zoom - 1;
  const whole = (fraction: number) => Math.min(most, Math.floor(fraction * 2 ** zoom));
  return { z: zoom, x: whole(x), y: whole(y) };
}
