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

/** Adds one sum to another one. */
export function addCell(
  to: CellSum,
  { count, x, y, west, north, east, south, slot }: CellSum,
): void {
  to.count += count;
  to.x += x;
  to.y += y;
  to.west = Math.min(to.west, west);
  to.north = Math.min(to.north, north);
  to.east = Math.max(to.east, east);
  to.south = Math.max(to.south, south);
  if (count > 0) to.slot = slot;
}

/** Tells of slots whether they are meant: the bits of all slots, or a function. */
export type SlotTest = Uint32Array | ((slot: number) => boolean);

/** Indexes of the chunk that is looked at. */
const selected = new Uint16Array(MAX_POSITIONS);

/** Some neighbours on the curve of keys, in its order. */
export class PositionChunk {
  size = 0;
  readonly keys = new Float64Array(MAX_POSITIONS);
  readonly slots = new Uint32Array(MAX_POSITIONS);
  private readonly x = new Float32Array(MAX_POSITIONS);
  private readonly y = new Float32Array(MAX_POSITIONS);
  private all: CellSum | null = null;

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
    this.all = null;
  }

  /** @returns whether it was here */
  remove(key: number, slot: number): boolean {
    for (let index = this.indexOf(key); this.keys[index] === key; index += 1) {
      if (index >= this.size) return false;
      if (this.slots[index] !== slot) continue;
      for (const column of this.columns()) column.copyWithin(index, index + 1, this.size);
      this.size -= 1;
      this.all = null;
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
    this.all = null;
    return upper;
  }

  /** Returns the sum of all positions, which later maps need. Not to be written to. */
  addUp(): CellSum {
    this.all ??= this.sumOf(0, this.size, null);
    return this.all;
  }

  /**
   * Adds the positions from one index to another one to a cell.
   *
   * @param only the listings that count; null: all
   */
  addTo(cell: CellSum, [from, to]: [number, number], only: SlotTest | null): void {
    if (!only && from === 0 && to >= this.size) addCell(cell, this.addUp());
    else if (only instanceof Uint32Array && this.isWithin(cell))
      this.addInside(cell, only, [from, to]);
    else addCell(cell, this.sumOf(from, to, only));
  }

  private sumOf(from: number, to: number, only: SlotTest | null): CellSum {
    // Read once: these loops run for every listing of the world.
    const { x: xs, y: ys, slots } = this;
    const count = select(slots, [from, Math.min(to, this.size)], only);
    let x = 0;
    let y = 0;
    let west = 1;
    let north = 1;
    let east = 0;
    let south = 0;
    for (let at = 0; at < count; at += 1) {
      const index = selected[at] as number;
      const oneX = xs[index] as number;
      const oneY = ys[index] as number;
      x += oneX;
      y += oneY;
      if (oneX < west) west = oneX;
      if (oneX > east) east = oneX;
      if (oneY < north) north = oneY;
      if (oneY > south) south = oneY;
    }
    const last = selected[count - 1] ?? 0;
    return { count, x, y, west, north, east, south, slot: slots[last] as number };
  }

  /** Whether a cell's extents hold all positions. */
  private isWithin(cell: CellSum): boolean {
    const { west, east, north, south } = this.addUp();
    return cell.west <= west && east <= cell.east && cell.north <= north && south <= cell.south;
  }

  /** `addTo` without a look at the extents: half the time. */
  private addInside(cell: CellSum, only: Uint32Array, [from, to]: [number, number]): void {
    const { x: xs, y: ys, slots } = this;
    const end = Math.min(to, this.size);
    let count = 0;
    let x = 0;
    let y = 0;
    let last = -1;
    for (let index = from; index < end; index += 1) {
      const slot = slots[index] as number;
      // Without a branch that cannot be foreseen.
      const bit = ((only[slot >>> 5] ?? 0) >>> (slot & 31)) & 1;
      count += bit;
      x += bit * (xs[index] as number);
      y += bit * (ys[index] as number);
      last = Math.max(last, bit * (index + 1) - 1);
    }
    cell.count += count;
    cell.x += x;
    cell.y += y;
    cell.slot = slots[last] ?? cell.slot;
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

/** Writes the indexes of some listings to `selected`, and returns how many they are. */
function select(slots: Uint32Array, [from, end]: [number, number], only: SlotTest | null): number {
  let count = 0;
  if (only instanceof Uint32Array) {
    for (let index = from; index < end; index += 1) {
      const slot = slots[index] as number;
      selected[count] = index;
      // Without a branch that cannot be foreseen.
      count += ((only[slot >>> 5] ?? 0) >>> (slot & 31)) & 1;
    }
    return count;
  }
  for (let index = from; index < end; index += 1) {
    selected[count] = index;
    if (!only || only(slots[index] as number)) count += 1;
  }
  return count;
}
