import type { MapFraction } from '#geo';

/** Cells along each side of the finest grid, 0.6 m at the equator, as a power of two. */
const DEPTH = 26;
const HALF = DEPTH / 2;
const HALF_MASK = 2 ** HALF - 1;

/**
 * Returns the number of the cell of the finest grid along a Z-order curve (Morton 1966), on which the
 * cells of each coarser grid follow one another: an integer below 2^52, which a number can hold.
 */
export function positionKey({ x, y }: MapFraction): number {
  return curveIndex(gridIndex(x), gridIndex(y));
}

/**
 * Returns the keys in one cell of a grid, `[first, end)`.
 *
 * @param across the number of cells across the world, a power of two, at most 2^26
 */
export function keysOfCell(column: number, row: number, across: number): [number, number] {
  const span = keysPerCell(across);
  const first = curveIndex(column, row) * span;
  return [first, first + span];
}

/** Returns how many keys one cell of a grid has. */
export function keysPerCell(across: number): number {
  return (2 ** DEPTH / across) ** 2;
}

/** Returns the column and row of the cell of a grid that has a key. */
export function cellOfKey(key: number, across: number): { column: number; row: number } {
  const index = Math.floor(key / keysPerCell(across));
  const high = Math.floor(index / 2 ** DEPTH);
  const low = index % 2 ** DEPTH;
  return {
    column: everySecondBit(high) * 2 ** HALF + everySecondBit(low),
    row: everySecondBit(high >>> 1) * 2 ** HALF + everySecondBit(low >>> 1),
  };
}

/** The inverse of `positionKey`: the corner of its cell. */
export function positionOf(key: number): MapFraction {
  const { column, row } = cellOfKey(key, 2 ** DEPTH);
  return { x: column / 2 ** DEPTH, y: row / 2 ** DEPTH };
}

function gridIndex(fraction: number): number {
  return Math.min(2 ** DEPTH - 1, Math.max(0, Math.floor(fraction * 2 ** DEPTH)));
}

function curveIndex(column: number, row: number): number {
  const low = spread(column & HALF_MASK) | (spread(row & HALF_MASK) << 1);
  const high = spread(column >>> HALF) | (spread(row >>> HALF) << 1);
  return high * 2 ** DEPTH + low;
}

/** Puts a zero before each of up to 16 bits. */
function spread(bits: number): number {
  let spaced = (bits | (bits << 8)) & 0x00ff00ff;
  spaced = (spaced | (spaced << 4)) & 0x0f0f0f0f;
  spaced = (spaced | (spaced << 2)) & 0x33333333;
  return (spaced | (spaced << 1)) & 0x55555555;
}

/** The inverse of `spread`. */
function everySecondBit(bits: number): number {
  let packed = bits & 0x55555555;
  packed = (packed | (packed >>> 1)) & 0x33333333;
  packed = (packed | (packed >>> 2)) & 0x0f0f0f0f;
  packed = (packed | (packed >>> 4)) & 0x00ff00ff;
  return (packed | (packed >>> 8)) & 0x0000ffff;
}
