import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { type MapItem, MapSearchRepository, type MapTile } from '#directory';
import {
  type BoundingBox,
  cellsAcross,
  type GridTile,
  longitudeSpans,
  tilesAcross,
  tilesOf,
} from '#geo';
import type { ParsedListingFilter } from '../shared/listing-filter/listing-filter.service.ts';
import { ChangeSequence } from '../shared/state/change-sequence.ts';

/** The maximum number of features in a response. */
const MAX_FEATURES = 500;
const MAX_BYTES = 32 * 1024 * 1024;
/** Approximate memory of an item. */
const ITEM_BYTES = 400;
const MINUTE_MS = 60_000;

/**
 * Finds what a map shows of a bounding box. Boxes differ with each request, but they are assembled
 * from a few grid tiles, which are cached until the directory changes.
 */
@Injectable()
export class MapService {
  private readonly cache = new LRUCache<string, MapTile>({
    maxSize: MAX_BYTES,
    sizeCalculation: ({ items }, key) => key.length + ITEM_BYTES * (items.length + 1),
  });

  constructor(
    private readonly changes: ChangeSequence,
    private readonly map: MapSearchRepository,
  ) {}

  /**
   * Returns the points in a box and the clusters that intersect it. A cluster includes its entire
   * cell, even beyond the box, so that it does not change while the map is panned.
   */
  async features(box: BoundingBox, zoom: number, query: ParsedListingFilter): Promise<MapItem[]> {
    const cells = cellsAcross(box, zoom, MAX_FEATURES);
    const wanted = tilesOf(box, tilesAcross(cells));
    const keyOf = this.keysFor(query, cells);
    const filled = new Map<string, MapTile | undefined>(
      wanted.map((tile) => [keyOf(tile), this.cache.get(keyOf(tile))]),
    );
    const missing = wanted.filter((tile) => !filled.get(keyOf(tile)));
    const read = missing.length > 0 ? await this.map.tiles(missing, cells, query) : [];
    for (const tile of read) {
      filled.set(keyOf(tile), tile);
      this.cache.set(keyOf(tile), tile);
    }
    return [...filled.values()]
      .flatMap((tile) => tile?.items ?? [])
      .filter((item) => intersects(item, box));
  }

  private keysFor({ filter }: ParsedListingFilter, cells: number) {
    const minuteOf = (time: Date | null) => time && Math.floor(time.getTime() / MINUTE_MS);
    const { openAt, verifiedSince, ...rest } = filter;
    const times = [minuteOf(openAt), minuteOf(verifiedSince)];
    const query = JSON.stringify([this.changes.last, times, rest, cells]);
    return ({ column, row }: GridTile) => `${query}${column}/${row}`;
  }
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
