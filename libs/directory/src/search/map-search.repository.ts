import { Injectable } from '@nestjs/common';
import type { MapCluster, MapFeatures, MapPoint } from '#contract';
import { DatabaseReader } from '#database';
import { CELLS_PER_TILE, fromMapFraction, type GridTile, tilesAcross } from '#geo';
import { listingConditions } from './listing-conditions.ts';
import type { ListingFilter } from './listing-filter.ts';
import type { SqlConditions } from './sql-conditions.ts';
import type { TagDictionary } from './tag-dictionary.ts';

export type MapItem = MapFeatures['items'][number];

/** The items in one tile of a map's grid. */
export interface MapTile extends GridTile {
  items: MapItem[];
}

interface CellRow {
  cell_x: number;
  cell_y: number;
  count: number;
  x: number;
  y: number;
  west: number;
  north: number;
  east: number;
  south: number;
  pin: string | null;
}

/** Reads the listings of a map, clustered if they are too close together. */
@Injectable()
export class MapSearchRepository {
  constructor(private readonly db: DatabaseReader) {}

  /**
   * Returns tiles of a grid with the given number of cells across the world. Each cell contains one
   * listing, or a cluster of all its listings. Includes empty tiles.
   */
  async tiles(
    wanted: GridTile[],
    cells: number,
    { filter, tags }: { filter: ListingFilter; tags: TagDictionary },
  ): Promise<MapTile[]> {
    const where = listingConditions(filter, tags);
    inTiles(wanted, cells, where);
    const across = `${where.value(cells)}::integer`;
    const cell = (axis: string) => `least(floor(map_${axis} * ${across})::integer, ${across} - 1)`;
    const rows = await this.db.prepared<CellRow[]>(
      `WITH cell AS (
         SELECT ${cell('x')} AS cell_x, ${cell('y')} AS cell_y,
                count(*)::integer AS count, avg(map_x) AS x, avg(map_y) AS y,
                min(map_x) AS west, min(map_y) AS north, max(map_x) AS east, max(map_y) AS south,
                min(slug) AS slug
           FROM listing WHERE ${where.sql} GROUP BY 1, 2)
       SELECT cell.*, pin FROM cell LEFT JOIN listing ON count = 1 AND listing.slug = cell.slug
        ORDER BY cell_y, cell_x`,
      where.values,
    );
    const filled = new Map(
      wanted.map((tile) => [tileKey(tile), { ...tile, items: [] as MapItem[] }]),
    );
    for (const row of rows) filled.get(tileKey(tileOf(row)))?.items.push(asItem(row, cells));
    return [...filled.values()];
  }
}

// Selects the rows between the first and the last tile, and each run of adjacent columns.
function inTiles(wanted: GridTile[], cells: number, where: SqlConditions): void {
  const tiles = tilesAcross(cells);
  const between = (axis: string, first: number, last: number) => {
    const end = last + 1 < tiles ? `map_${axis} < ${where.value((last + 1) / tiles)}` : 'true';
    return `map_${axis} >= ${where.value(first / tiles)} AND ${end}`;
  };
  const columns = runs(wanted.map(({ column }) => column));
  where.add(`(${columns.map(([first, last]) => `(${between('x', first, last)})`).join(' OR ')})`);
  const rows = wanted.map(({ row }) => row);
  where.add(between('y', Math.min(...rows), Math.max(...rows)));
}

/** Groups integers into runs of consecutive numbers, `[first, last]` each. */
function runs(numbers: number[]): [number, number][] {
  const found: [number, number][] = [];
  for (const number of [...numbers].sort((a, b) => a - b)) {
    const last = found.at(-1);
    if (last && number <= last[1] + 1) last[1] = number;
    else found.push([number, number]);
  }
  return found;
}

function tileKey({ column, row }: GridTile): string {
  return `${column}/${row}`;
}

function tileOf({ cell_x, cell_y }: CellRow): GridTile {
  return {
    column: Math.floor(cell_x / CELLS_PER_TILE),
    row: Math.floor(cell_y / CELLS_PER_TILE),
  };
}

function asItem(row: CellRow, cells: number): MapItem {
  return row.pin ? (JSON.parse(row.pin) as MapPoint) : asCluster(row, cells);
}

function asCluster(row: CellRow, cells: number): MapCluster {
  const center = fromMapFraction(row);
  const northWest = fromMapFraction({ x: row.west, y: row.north });
  const southEast = fromMapFraction({ x: row.east, y: row.south });
  return {
    kind: 'cluster',
    id: `${cells}/${row.cell_x}/${row.cell_y}`,
    count: row.count,
    ...center,
    bounds: [northWest.longitude, southEast.latitude, southEast.longitude, northWest.latitude],
  };
}
