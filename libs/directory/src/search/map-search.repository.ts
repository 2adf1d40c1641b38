import type { MapAnswer, MapCluster, MapPoint } from '#contract';
import type { Reader } from '#database';
import { type BoundingBox, fromMapFraction, longitudeSpans, toMapFraction } from '#geo';
import type { ListingFilter } from './listing-filter.ts';
import { conditionsOf } from './listing-search.repository.ts';
import type { TagDictionary } from './tag-dictionary.ts';

/** No answer has more features than this. */
const MOST_FEATURES = 500;
/** A map tile of 256 pixels is cut into 4 x 4 cells: pins are at least about 64 pixels apart. */
const CELLS_PER_TILE = 4;

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

/** Listings on a map: one by one where there is room, gathered where there is not. */
export class MapSearchRepository {
  constructor(private readonly db: Reader) {}

  /**
   * What a map shows of a box at a zoom level. The cells in which listings are gathered are fixed to
   * the world, so that panning does not change them.
   */
  async features(
    box: BoundingBox,
    zoom: number,
    { filter, tags }: { filter: ListingFilter; tags: TagDictionary },
  ): Promise<MapAnswer> {
    const cells = cellsAcross(box, zoom);
    const where = conditionsOf(filter, tags);
    const { y: top } = toMapFraction({ longitude: 0, latitude: box.north });
    const { y: bottom } = toMapFraction({ longitude: 0, latitude: box.south });
    const columns = longitudeSpans(box).map(
      ([west, east]) =>
        `map_x BETWEEN ${where.value(west / 360 + 0.5)} AND ${where.value(east / 360 + 0.5)}`,
    );
    where.add(`(${columns.join(' OR ')})`);
    where.add(`map_y BETWEEN ${where.value(top)} AND ${where.value(bottom)}`);
    const across = `${where.value(cells)}::integer`;
    const rows = await this.db.prepared<CellRow[]>(
      `WITH cell AS (
         SELECT floor(map_x * ${across})::integer AS cell_x,
                floor(map_y * ${across})::integer AS cell_y,
                count(*)::integer AS count, avg(map_x) AS x, avg(map_y) AS y,
                min(map_x) AS west, min(map_y) AS north, max(map_x) AS east, max(map_y) AS south,
                min(slug) AS slug
           FROM listing WHERE ${where.sql} GROUP BY 1, 2)
       SELECT cell.*, pin FROM cell LEFT JOIN listing ON count = 1 AND listing.slug = cell.slug
        ORDER BY cell_y, cell_x`,
      where.values,
    );
    return { items: rows.map((row) => (row.pin ? asPoint(row.pin) : asCluster(row, cells))) };
  }
}

/** Cells across the world, a power of two: as fine as the zoom allows within the number of features. */
function cellsAcross(box: BoundingBox, zoom: number): number {
  const { y: top } = toMapFraction({ longitude: 0, latitude: box.north });
  const { y: bottom } = toMapFraction({ longitude: 0, latitude: box.south });
  const width = longitudeSpans(box).reduce((sum, [west, east]) => sum + (east - west) / 360, 0);
  let cells = CELLS_PER_TILE * 2 ** zoom;
  while (cells > 1 && (width * cells + 2) * ((bottom - top) * cells + 2) > MOST_FEATURES)
    cells /= 2;
  return cells;
}

function asPoint(pin: string): MapPoint {
  return JSON.parse(pin) as MapPoint;
}

function asCluster(row: CellRow, cells: number): MapCluster {
  const centre = fromMapFraction(row);
  const northWest = fromMapFraction({ x: row.west, y: row.north });
  const southEast = fromMapFraction({ x: row.east, y: row.south });
  return {
    kind: 'cluster',
    id: `${cells}/${row.cell_x}/${row.cell_y}`,
    count: row.count,
    ...centre,
    bounds: [northWest.longitude, southEast.latitude, southEast.longitude, northWest.latitude],
  };
}
