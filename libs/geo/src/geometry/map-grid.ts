import { type BoundingBox, longitudeSpans } from './bounding-box.ts';
import { toMapFraction } from './web-mercator.ts';

/**
 * A map tile of 256 pixels is divided into 4 x 4 cells, so pins are at least about 64 pixels
 * apart.
 */
const CELLS_PER_TILE = 4;

/** A tile of the grid, counted from the top left of the Web Mercator world. */
export interface GridTile {
  column: number;
  row: number;
}

/**
 * Returns the number of cells across the world, a power of two: as many as the zoom of a web map
 * allows while a box intersects at most `maxCells` of them.
 */
export function cellsAcross(box: BoundingBox, zoom: number, maxCells: number): number {
  const { top, bottom } = rowsOf(box);
  const columnsAt = (cells: number) =>
    longitudeSpans(box).reduce((sum, [west, east]) => sum + ((east - west) / 360) * cells + 2, 0);
  let cells = CELLS_PER_TILE * 2 ** zoom;
  while (cells > 1 && columnsAt(cells) * ((bottom - top) * cells + 2) > maxCells) cells /= 2;
  return cells;
}

/** Returns the number of tiles across a world with this many cells. */
export function tilesAcross(cells: number): number {
  return Math.max(1, cells / CELLS_PER_TILE);
}

/** Returns the tiles that a box intersects, for a given number of tiles across the world. */
export function tilesOf(box: BoundingBox, tiles: number): GridTile[] {
  const { top, bottom } = rowsOf(box);
  const at = (fraction: number) => Math.min(tiles - 1, Math.floor(fraction * tiles));
  const rows = range(at(top), at(bottom));
  const columns = longitudeSpans(box).flatMap(([west, east]) =>
    range(at(west / 360 + 0.5), at(east / 360 + 0.5)),
  );
  return rows.flatMap((row) => [...new Set(columns)].map((column) => ({ column, row })));
}

function rowsOf({ north, south }: BoundingBox): { top: number; bottom: number } {
  const { y: top } = toMapFraction({ longitude: 0, latitude: north });
  const { y: bottom } = toMapFraction({ longitude: 0, latitude: south });
  return { top, bottom };
}

function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}
