import * as L from 'leaflet';

const TILE_PIXELS = 256;
const DECIMALS = 5;

/**
 * Returns the visible bounds of a map, extended to complete tiles, so that short panning needs no
 * new request and visitors who look at the same place send the same request.
 *
 * @returns `west,south,east,north` in WGS 84 degrees
 */
export function tileBounds(map: L.Map): string {
  const { min, max } = map.getPixelBounds();
  if (!min || !max) throw new Error('A map without a size has no window.');
  const zoom = map.getZoom();
  const snap = (pixels: number, round: (tiles: number) => number) =>
    round(pixels / TILE_PIXELS) * TILE_PIXELS;
  const northWest = map.unproject(L.point(snap(min.x, Math.floor), snap(min.y, Math.floor)), zoom);
  const southEast = map.unproject(L.point(snap(max.x, Math.ceil), snap(max.y, Math.ceil)), zoom);
  return formatBounds(L.latLngBounds(northWest, southEast));
}

/** `west,south,east,north`, as the API expects it; bounds wider than the world are clamped. */
export function formatBounds(bounds: L.LatLngBounds): string {
  const [west, east] = [bounds.getWest(), bounds.getEast()];
  const wrapsWorld = east - west >= 360;
  return [
    wrapsWorld ? -180 : wrapLongitude(west),
    Math.max(-90, bounds.getSouth()),
    wrapsWorld ? 180 : wrapLongitude(east),
    Math.min(90, bounds.getNorth()),
  ]
    .map((degrees) => Number(degrees.toFixed(DECIMALS)))
    .join(',');
}

/** Parses bounds; returns null for invalid text. */
export function parseBounds(text: string): L.LatLngBounds | null {
  const [west, south, east, north] = text.split(',').map(Number);
  if ([west, south, east, north].some((n) => n === undefined || !Number.isFinite(n))) return null;
  const [w, s, e, n] = [Number(west), Number(south), Number(east), Number(north)];
  return L.latLngBounds([s, w], [n, e < w ? e + 360 : e]);
}

function wrapLongitude(longitude: number): number {
  return ((((longitude + 180) % 360) + 360) % 360) - 180;
}
