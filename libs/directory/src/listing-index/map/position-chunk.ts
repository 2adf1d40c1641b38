import type { MapFraction } from '#geo';
import type { BitSet } from '../slots/bit-set.ts';

export const MAX_POSITIONS = 1_024;

/** What stands in one cell of a map. */
export interface CellSum {
  count: number;
  /** Sums of the positions. */
  x: number;
  y: number;
  west: number;
  north: number;
  east: number;
  south: number;
  /** One of the listings. */
  slot: number;
}

/** An empty cell. */
export function emptyCell(): CellSum {
  return { count: 0, x: 0, y: 0, west: 1, north: 1, east: 0, south: 0, slot: -1 };
}

/** Some neighbours on the curve of keys, in its order. */
export class PositionChunk {
  size = 0;
  readonly keys = new Float64Array(MAX_POSITIONS);
  readonly slots = new Uint32Array(MAX_POSITIONS);
  private readonly x = new Float32Array(MAX_POSITIONS);
  private readonly y = new Float32Array(MAX_POSITIONS);
  private sum: CellSum | null = null;

  get first(): number {
    return this.keys[0] ?? 0;
  }

  get last(): number {
    return this.keys[this.size - 1] ?? 0;
  }

  /** Returns the index of the first position with this key or a higher one. */
  indexOf(key: number): number {
    let low = 0;
    let high = this.size;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.keys[middle] as number) < key) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Adds a position to a chunk that is not full. */
  insert(key: number, slot: number, { x, y }: MapFraction): void {
    const index = this.indexOf(key);
    for (const column of this.columns()) column.copyWithin(index + 1, index, this.size);
    this.keys[index] = key;
    this.slots[index] = slot;
    this.x[index] = x;
    this.y[index] = y;
    this.size += 1;
    this.sum = null;
  }

  /** @returns whether it was here */
  remove(key: number, slot: number): boolean {
    for (let index = this.indexOf(key); this.keys[index] === key; index += 1) {
      if (index >= this.size) return false;
      if (this.slots[index] !== slot) continue;
      for (const column of this.columns()) column.copyWithin(index, index + 1, this.size);
      this.size -= 1;
      this.sum = null;
      return true;
    }
    return false;
  }

  /** Moves the upper half to a new chunk. */
  split(): PositionChunk {
    const upper = new PositionChunk();
    const half = this.size >> 1;
    const into = upper.columns();
    this.columns().forEach((column, index) => {
      into[index]?.set(column.subarray(half, this.size));
    });
    upper.size = this.size - half;
    this.size = half;
    this.sum = null;
    return upper;
  }

  /** Adds all positions to a cell. */
  addAllTo(cell: CellSum): void {
    if (!this.sum) {
      this.sum = emptyCell();
      for (let index = 0; index < this.size; index += 1) this.addTo(this.sum, index);
    }
    const { count, x, y, west, north, east, south, slot } = this.sum;
    cell.count += count;
    cell.x += x;
    cell.y += y;
    cell.west = Math.min(cell.west, west);
    cell.north = Math.min(cell.north, north);
    cell.east = Math.max(cell.east, east);
    cell.south = Math.max(cell.south, south);
    cell.slot = slot;
  }

  /** Adds the position at an index to a cell. */
  addTo(cell: CellSum, index: number): void {
    const x = this.x[index] as number;
    const y = this.y[index] as number;
    cell.count += 1;
    cell.x += x;
    cell.y += y;
    if (x < cell.west) cell.west = x;
    if (y < cell.north) cell.north = y;
    if (x > cell.east) cell.east = x;
    if (y > cell.south) cell.south = y;
    cell.slot = this.slots[index] as number;
  }

  /** Adds the listings to a set whose keys are in a range and whose positions pass a test. */
  addSlots(
    [first, end]: [number, number],
    isInside: (x: number, y: number) => boolean,
    slots: BitSet,
  ): void {
    for (let index = this.indexOf(first); index < this.size; index += 1) {
      if ((this.keys[index] as number) >= end) return;
      if (!isInside(this.x[index] as number, this.y[index] as number)) continue;
      slots.add(this.slots[index] as number);
    }
  }

  private columns() {
    return [this.keys, this.slots, this.x, this.y];
  }
}
