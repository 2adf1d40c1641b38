import * as L from 'leaflet';

const TILE_PIXELS = 256;
const DECIMALS = 5;

/**
 * The window of a map, widened to whole tiles: a short way of panning asks nothing new, and readers
 * who look at the same place ask the same.
 *
 * @returns `west,south,east,north` in WGS 84 degrees
 */
export function tileBounds(map: L.Map): string {
  const { min, max } = map.getPixelBounds();
  if (!min || !max) throw new Error('A map without a size has no window.');
  const zoom = map.getZoom();
  const whole = (pixels: number, round: (tiles: number) => number) =>
    round(pixels / TILE_PIXELS) * TILE_PIXELS;
  const northWest = map.unproject(
    L.point(whole(min.x, Math.floor), whole(min.y, Math.floor)),
    zoom,
  );
  const southEast = map.unproject(L.point(whole(max.x, Math.ceil), whole(max.y, Math.ceil)), zoom);
  return formatBounds(L.latLngBounds(northWest, southEast));
}

/** `west,south,east,north`, as the API takes it; a window around the world is all of it. */
export function formatBounds(bounds: L.LatLngBounds): string {
  const [west, east] = [bounds.getWest(), bounds.getEast()];
  const around = east - west >= 360;
  return [
    around ? -180 : wrapped(west),
    Math.max(-90, bounds.getSouth()),
    around ? 180 : wrapped(east),
    Math.min(90, bounds.getNorth()),
  ]
    .map((degrees) => Number(degrees.toFixed(DECIMALS)))
    .join(',');
}

/** Null when a text is not a box. */
export function parseBounds(text: string): L.LatLngBounds | null {
  const [west, south, east, north] = text.split(',').map(Number);
  if ([west, south, east, north].some((n) => n === undefined || !Number.isFinite(n))) return null;
  const [w, s, e, n] = [Number(west), Number(south), Number(east), Number(north)];
  return L.latLngBounds([s, w], [n, e < w ? e + 360 : e]);
}

function wrapped(longitude: number): number {
  return ((((longitude + 180) % 360) + 360) % 360) - 180;
}
