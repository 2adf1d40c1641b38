import type { MapFraction } from '#geo';
import type { BitSet } from '../slots/bit-set.ts';
import {
  type CellSum,
  emptyCell,
  MAX_POSITIONS,
  PositionChunk,
  type SlotTest,
} from './position-chunk.ts';
import { keysPerCell, positionKey } from './position-key.ts';

/**
 * The positions of listings along a curve on which every cell of a map's grid is one run, so that what
 * stands in a cell is found, and counted chunk by chunk, however many others there are.
 */
export class ListingPositions {
  private readonly chunks: PositionChunk[] = [];

  add(slot: number, position: MapFraction): void {
    const key = positionKey(position);
    const index = Math.max(0, this.chunkOf(key));
    const chunk = this.chunks[index] ?? new PositionChunk();
    this.chunks[index] = chunk;
    if (chunk.size < MAX_POSITIONS) {
      chunk.insert(key, slot, position);
      return;
    }
    this.chunks.splice(index + 1, 0, chunk.split());
    this.add(slot, position);
  }

  /** Adds up the positions of each chunk. */
  addUp(): void {
    for (const chunk of this.chunks) chunk.addUp();
  }

  /** @param key of the position that was added */
  remove(slot: number, key: number): void {
    // Equal keys may have been divided between chunks.
    for (let index = this.firstChunkWith(key); index < this.chunks.length; index += 1) {
      const chunk = this.chunks[index] as PositionChunk;
      if (!chunk.remove(key, slot)) continue;
      if (chunk.size === 0) this.chunks.splice(index, 1);
      return;
    }
  }

  /**
   * Returns the cells of a grid that are not empty.
   *
   * @param keys `[first, end)`, whole cells
   * @param across the number of cells across the world
   * @param only the listings to count; null: all
   */
  cells(
    [first, end]: [number, number],
    across: number,
    only: SlotTest | null,
  ): Map<number, CellSum> {
    const cells = new Map<number, CellSum>();
    const span = keysPerCell(across);
    const cellAt = (number: number): CellSum => {
      const cell = cells.get(number) ?? emptyCell();
      cells.set(number, cell);
      return cell;
    };
    for (let at = this.firstChunkWith(first); at < this.chunks.length; at += 1) {
      const chunk = this.chunks[at] as PositionChunk;
      if (chunk.first >= end) break;
      for (let index = chunk.indexOf(first); index < chunk.size; ) {
        const key = chunk.keys[index] as number;
        if (key >= end) break;
        const number = Math.floor(key / span);
        const next = chunk.indexOf((number + 1) * span);
        chunk.addTo(cellAt(number), [index, next], only);
        index = next;
      }
    }
    for (const [number, { count }] of cells) if (count === 0) cells.delete(number);
    return cells;
  }

  /**
   * Adds the listings to a set whose keys are in a range.
   *
   * @param keys `[first, end)`
   */
  addSlots(
    [first, end]: [number, number],
    isInside: (x: number, y: number) => boolean,
    slots: BitSet,
  ): void {
    for (let at = this.firstChunkWith(first); at < this.chunks.length; at += 1) {
      const chunk = this.chunks[at] as PositionChunk;
      if (chunk.first >= end) break;
      chunk.addSlots([first, end], isInside, slots);
    }
  }

  /** Returns how many listings have keys in a range. */
  sizeOf([first, end]: [number, number]): number {
    let size = 0;
    for (let at = this.firstChunkWith(first); at < this.chunks.length; at += 1) {
      const chunk = this.chunks[at] as PositionChunk;
      if (chunk.first >= end) break;
      size += chunk.indexOf(end) - chunk.indexOf(first);
    }
    return size;
  }

  /** The index of the last chunk that begins at a key or before it; -1: none. */
  private chunkOf(key: number): number {
    let low = 0;
    let high = this.chunks.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.chunks[middle] as PositionChunk).first <= key) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }

  /** The index of the first chunk that ends at a key or after it. */
  private firstChunkWith(key: number): number {
    let low = 0;
    let high = this.chunks.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.chunks[middle] as PositionChunk).last < key) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
