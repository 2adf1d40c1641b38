import type { StreetsOffer } from '#contract';
import type { BoundingBox } from '#geo';

/** From here on streets matter; a search first shows less than that, so that it costs no tiles. */
export const TILES_FROM_ZOOM = 12;

/** The states along the border, and all of California: where the directory helps people to go. */
export const TILES_AREA: BoundingBox = { west: -124.6, south: 22, east: -93.4, north: 42.1 };

/** A square of the Web Mercator world: `x` from the west, `y` from the north. */
export interface TileAddress {
  z: number;
  x: number;
  y: number;
}

export interface Tile {
  /** Its media type. */
  type: string;
  bytes: Buffer;
}

export const TILE_SOURCE = Symbol('TILE_SOURCE');

/** Where tiles come from. */
export interface TileSource {
  readonly offer: StreetsOffer;
  /** The least detailed zoom that is asked for. */
  readonly leastTileZoom: number;
  /**
   * @returns null where there is nothing to draw
   * @throws {UnavailableError} when it cannot be had now
   */
  tile(at: TileAddress): Promise<Tile | null>;
  close(): Promise<void>;
}
