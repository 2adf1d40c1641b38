import { fromMapFraction, type GridTile, type MapFraction, type Point, tilesAcross } from '#geo';
import { type BitSet, CHUNK_SIZE } from '../slots/bit-set.ts';
import { SlotIds } from '../slots/slot-ids.ts';
import { SlotNumbers } from '../slots/slot-numbers.ts';
import { ListingPositions } from './listing-positions.ts';
import type { CellSum } from './position-chunk.ts';
import { cellOfKey, keysOfCell, keysPerCell, positionKey, positionOf } from './position-key.ts';

/** One cell of a map's grid in which something stands. */
export interface MapCell {
  column: number;
  row: number;
  count: number;
  /** The mean of the positions. */
  center: MapFraction;
  northWest: MapFraction;
  southEast: MapFraction;
  /** The id of one of the listings. */
  listing: string;
}

/** Which listings a map shows. */
export interface ShownListings {
  /** null: all that have not closed. */
  only: BitSet | null;
  closed: boolean;
}

/** Where listings are on a map. */
export class ListingMap {
  private readonly open = new ListingPositions();
  private readonly closed = new ListingPositions();
  private readonly keys = new SlotNumbers(() => new Float64Array(CHUNK_SIZE).fill(Number.NaN));
  private readonly ids = new SlotIds();

  add(
    slot: number,
    id: string,
    { position, isClosed }: { position: MapFraction; isClosed: boolean },
  ) {
    this.ids.set(slot, id);
    this.keys.set(slot, positionKey(position));
    (isClosed ? this.closed : this.open).add(slot, position);
  }

  remove(slot: number, isClosed: boolean): void {
    const key = this.keys.get(slot);
    if (key === undefined || Number.isNaN(key)) return;
    this.keys.set(slot, Number.NaN);
    (isClosed ? this.closed : this.open).remove(slot, key);
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
        cells.set(number, merged(cells.get(number), cell));
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
      listing: this.ids.get(cell.slot),
    };
  }
}

function merged(cell: CellSum | undefined, other: CellSum): CellSum {
  if (!cell) return other;
  return {
    count: cell.count + other.count,
    x: cell.x + other.x,
    y: cell.y + other.y,
    west: Math.min(cell.west, other.west),
    north: Math.min(cell.north, other.north),
    east: Math.max(cell.east, other.east),
    south: Math.max(cell.south, other.south),
    slot: other.slot,
  };
}
