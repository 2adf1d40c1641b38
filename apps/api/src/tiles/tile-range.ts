import { toMapFraction } from '#geo';
import type { TileAddress, TileSource } from './tile-source.ts';

/**
 * Parses the coordinates in a tile's path.
 *
 * @returns null for invalid numbers and for tiles that are not offered because of their zoom or
 *   because they are completely outside the area
 */
export function readTileAddress(
  path: Record<keyof TileAddress, string>,
  { offer, minTileZoom }: Pick<TileSource, 'offer' | 'minTileZoom'>,
): TileAddress | null {
  if (![path.z, path.x, path.y].every((text) => /^\d{1,6}$/.test(text))) return null;
  const at = { z: Number(path.z), x: Number(path.x), y: Number(path.y) };
  if (at.z < minTileZoom || at.z > offer.mostTileZoom) return null;
  const [west, south, east, north] = offer.bounds;
  const first = tileOf({ longitude: west, latitude: north }, at.z);
  const last = tileOf({ longitude: east, latitude: south }, at.z);
  const inside = at.x >= first.x && at.x <= last.x && at.y >= first.y && at.y <= last.y;
  return inside ? at : null;
}

function tileOf(point: { longitude: number; latitude: number }, zoom: number): TileAddress {
  const { x, y } = toMapFraction(point);
  const max = 2 ** zoom - 1;
  const toIndex = (fraction: number) => Math.min(max, Math.floor(fraction * 2 ** zoom));
  return { z: zoom, x: toIndex(x), y: toIndex(y) };
}
