import {
  type BoundingBox,
  cellsAcross,
  fromMapFraction,
  type GridTile,
  longitudeSpans,
  type MapFraction,
  type Point,
  tilesAcross,
  tilesOf,
  toMapFraction,
} from '#geo';
import { BitSet } from '../slots/bit-set.ts';
import { CHUNK_SIZE } from '../slots/chunk-bits.ts';
import { SlotNumbers } from '../slots/slot-numbers.ts';
import { ListingPositions } from './listing-positions.ts';
import { addCell, type CellSum, type SlotTest } from './position-chunk.ts';
import { cellOfKey, keysOfCell, keysPerCell, positionKey, positionOf } from './position-key.ts';

/** A box is looked up in so many cells at most. */
const MAX_BOX_CELLS = 200;
const BOX_ZOOM = 16;
/** Fractions of the world that 32 bits tell apart, and more: 40 m. */
const MARGIN = 1e-6;

/** One cell of a map's grid in which something stands. */
export interface MapCell {
  column: number;
  row: number;
  count: number;
  /** The mean of the positions. */
  center: MapFraction;
  northWest: MapFraction;
  southEast: MapFraction;
  /** The slot of one of the listings. */
  slot: number;
}

/** Which listings a map shows. */
export interface ShownListings {
  /** null: all that have not closed. */
  only: SlotTest | null;
  closed: boolean;
}

/** Where listings are on a map. */
export class ListingMap {
  private readonly open = new ListingPositions();
  private readonly closed = new ListingPositions();
  private readonly keys = new SlotNumbers(() => new Float64Array(CHUNK_SIZE).fill(Number.NaN));

  add(slot: number, position: MapFraction, isClosed: boolean): void {
    this.keys.set(slot, positionKey(position));
    (isClosed ? this.closed : this.open).add(slot, position);
  }

  /** Adds up what is there, so that the first map of everything does not have to. */
  addUp(): void {
    for (const positions of [this.open, this.closed]) positions.addUp();
  }

  remove(slot: number, isClosed: boolean): void {
    const key = this.keys.get(slot);
    if (key === undefined || Number.isNaN(key)) return;
    this.keys.set(slot, Number.NaN);
    (isClosed ? this.closed : this.open).remove(slot, key);
  }

  /** Returns the listings in a box, and perhaps some just outside of it. */
  slotsIn(box: BoundingBox): BitSet {
    const tiles = tilesAcross(cellsAcross(box, BOX_ZOOM, MAX_BOX_CELLS));
    const isInside = inside(box);
    const slots = new BitSet();
    for (const { column, row } of tilesOf(box, tiles)) {
      const keys = keysOfCell(column, row, tiles);
      for (const positions of [this.open, this.closed]) positions.addSlots(keys, isInside, slots);
    }
    return slots;
  }

  /** Returns how many listings that have not closed are in tiles. */
  sizeOf(tiles: GridTile[], across: number): number {
    return tiles.reduce(
      (sum, { column, row }) =>
        sum + this.open.sizeOf(keysOfCell(column, row, tilesAcross(across))),
      0,
    );
  }

  /** Returns how many listings that have not closed are in a box, or near it. */
  sizeOfBox(box: BoundingBox): number {
    const across = cellsAcross(box, BOX_ZOOM, MAX_BOX_CELLS);
    return this.sizeOf(tilesOf(box, tilesAcross(across)), across);
  }

  /** Returns what tells of listings whether they are in a box, or perhaps just outside of it. */
  isIn(box: BoundingBox): (slot: number) => boolean {
    const isInside = inside(box);
    return (slot) => {
      const key = this.keys.get(slot);
      if (key === undefined || Number.isNaN(key)) return false;
      const { x, y } = positionOf(key);
      return isInside(x, y);
    };
  }

  /** Returns where a listing is, to a meter; null if that is not known. */
  pointOf(slot: number): Point | null {
    const key = this.keys.get(slot);
    return key === undefined || Number.isNaN(key) ? null : fromMapFraction(positionOf(key));
  }

  /**
   * Returns the cells of a tile that are not empty, by row and column.
   *
   * @param across the number of cells across the world
   */
  cellsOf({ column, row }: GridTile, across: number, { only, closed }: ShownListings): MapCell[] {
    const keys = keysOfCell(column, row, tilesAcross(across));
    const cells = this.open.cells(keys, across, only);
    if (closed) {
      for (const [number, cell] of this.closed.cells(keys, across, only)) {
        const known = cells.get(number);
        if (known) addCell(known, cell);
        else cells.set(number, cell);
      }
    }
    return [...cells]
      .map(([number, cell]) => this.asCell(number * keysPerCell(across), across, cell))
      .sort((a, b) => a.row - b.row || a.column - b.column);
  }

  private asCell(key: number, across: number, cell: CellSum): MapCell {
    return {
      ...cellOfKey(key, across),
      count: cell.count,
      center: { x: cell.x / cell.count, y: cell.y / cell.count },
      northWest: { x: cell.west, y: cell.north },
      southEast: { x: cell.east, y: cell.south },
      slot: cell.slot,
    };
  }
}

function inside(box: BoundingBox): (x: number, y: number) => boolean {
  const at = (longitude: number, latitude: number) => toMapFraction({ longitude, latitude });
  const { y: north } = at(0, box.north);
  const { y: south } = at(0, box.south);
  const spans = longitudeSpans(box).map(([from, to]) => [at(from, 0).x, at(to, 0).x] as const);
  return (x, y) =>
    north - MARGIN <= y &&
    y <= south + MARGIN &&
    spans.some(([west, east]) => west - MARGIN <= x && x <= east + MARGIN);
}
