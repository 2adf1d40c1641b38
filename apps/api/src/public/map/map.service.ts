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

/** No answer has more features than this. */
const MAX_FEATURES = 500;
const MAX_BYTES = 32 * 1024 * 1024;
/** What an item takes in memory, about. */
const ITEM_BYTES = 400;
const MINUTE_MS = 60_000;

/**
 * What a map shows of a window. Windows differ each time, but the tiles that they are put together
 * from are few: they are kept until the directory changes.
 */
@Injectable()
export class MapService {
  private readonly kept = new LRUCache<string, MapTile>({
    maxSize: MAX_BYTES,
    sizeCalculation: ({ items }, key) => key.length + ITEM_BYTES * (items.length + 1),
  });

  constructor(
    private readonly changes: ChangeSequence,
    private readonly map: MapSearchRepository,
  ) {}

  /**
   * The points in a box, and the clusters that reach into it. A cluster holds all of its cell, beyond
   * the box too, so that it is the same wherever the box is moved.
   */
  async features(box: BoundingBox, zoom: number, query: ParsedListingFilter): Promise<MapItem[]> {
    const cells = cellsAcross(box, zoom, MAX_FEATURES);
    const wanted = tilesOf(box, tilesAcross(cells));
    const keyOf = this.keysFor(query, cells);
    const filled = new Map<string, MapTile | undefined>(
      wanted.map((tile) => [keyOf(tile), this.kept.get(keyOf(tile))]),
    );
    const missing = wanted.filter((tile) => !filled.get(keyOf(tile)));
    const read = missing.length > 0 ? await this.map.tiles(missing, cells, query) : [];
    for (const tile of read) {
      filled.set(keyOf(tile), tile);
      this.kept.set(keyOf(tile), tile);
    }
    return [...filled.values()]
      .flatMap((tile) => tile?.items ?? [])
      .filter((item) => meets(item, box));
  }

  private keysFor({ filter }: ParsedListingFilter, cells: number) {
    const minuteOf = (time: Date | null) => time && Math.floor(time.getTime() / MINUTE_MS);
    const { openAt, verifiedSince, ...rest } = filter;
    const moment = [minuteOf(openAt), minuteOf(verifiedSince)];
    const query = JSON.stringify([this.changes.last, moment, rest, cells]);
    return ({ column, row }: GridTile) => `${query}${column}/${row}`;
  }
}

function meets(item: MapItem, box: BoundingBox): boolean {
  const { longitude, latitude } = item;
  const [west, south, east, north] =
    item.kind === 'cluster' ? item.bounds : [longitude, latitude, longitude, latitude];
  return (
    south <= box.north &&
    north >= box.south &&
    longitudeSpans(box).some((span) => west <= span[1] && east >= span[0])
  );
}
