import { Injectable } from '@nestjs/common';
import type { MapCluster, MapFeatures } from '#contract';
import { type MapCell, MapPinRepository } from '#directory';
import {
  type BoundingBox,
  cellsAcross,
  fromMapFraction,
  type GridTile,
  longitudeSpans,
  tilesAcross,
  tilesOf,
} from '#geo';
import type { Concern } from '../../http/cache/concern.ts';
import { type Area, changesOfListings } from '../shared/concerns/concerns.ts';
import type { ParsedListingFilter } from '../shared/listing-filter/listing-filter.service.ts';
import { ListingIndexService } from '../shared/listing-index/listing-index.service.ts';

/** The maximum number of features in a response. */
const MAX_FEATURES = 500;

type MapItem = MapFeatures['items'][number];

/** Finds what a map shows of a bounding box. */
@Injectable()
export class MapService {
  constructor(
    private readonly listings: ListingIndexService,
    private readonly map: MapPinRepository,
  ) {}

  /**
   * Returns the points in a box and the clusters that intersect it. A cluster includes its entire
   * cell, even beyond the box, so that it does not change while the map is panned.
   */
  async features(
    box: BoundingBox,
    zoom: number,
    query: ParsedListingFilter,
  ): Promise<{ items: MapItem[]; concern: Concern }> {
    const across = cellsAcross(box, zoom, MAX_FEATURES);
    const index = await this.listings.current();
    const tiles = tilesOf(box, tilesAcross(across));
    const cells = index.mapCells(tiles, across, query);
    const single = cells.filter(({ count }) => count === 1);
    const pins = await this.map.pins(single.map(({ listing }) => listing));
    const items = cells
      .flatMap((cell) => {
        const item = cell.count === 1 ? pins.get(cell.listing) : asCluster(cell, across);
        return item ? [item] : [];
      })
      .filter((item) => intersects(item, box));
    return { items, concern: changesOfListings(query, areaOf(box, tiles, tilesAcross(across))) };
  }
}

/** The box of all tiles; null for one that crosses the antimeridian. */
function areaOf({ west, east }: BoundingBox, tiles: GridTile[], across: number): Area | null {
  const columns = tiles.map(({ column }) => column);
  const rows = tiles.map(({ row }) => row);
  if (west > east || tiles.length === 0) return null;
  const corner = (column: number, row: number) =>
    fromMapFraction({ x: column / across, y: row / across });
  const northWest = corner(Math.min(...columns), Math.min(...rows));
  const southEast = corner(Math.max(...columns) + 1, Math.max(...rows) + 1);
  return {
    box: {
      west: northWest.longitude,
      south: southEast.latitude,
      east: southEast.longitude,
      north: northWest.latitude,
    },
  };
}

function asCluster(cell: MapCell, across: number): MapCluster {
  const northWest = fromMapFraction(cell.northWest);
  const southEast = fromMapFraction(cell.southEast);
  return {
    kind: 'cluster',
    id: `${across}/${cell.column}/${cell.row}`,
    count: cell.count,
    ...fromMapFraction(cell.center),
    bounds: [northWest.longitude, southEast.latitude, southEast.longitude, northWest.latitude],
  };
}

function intersects(item: MapItem, box: BoundingBox): boolean {
  const { longitude, latitude } = item;
  const [west, south, east, north] =
    item.kind === 'cluster' ? item.bounds : [longitude, latitude, longitude, latitude];
  return (
    south <= box.north &&
    north >= box.south &&
    longitudeSpans(box).some((span) => west <= span[1] && east >= span[0])
  );
}
