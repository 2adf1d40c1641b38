import type { TileOffer } from '#contract';
import type { BoundingBox } from '#geo';

/** The minimum zoom with streets; a search opens below it, so that it needs no tiles. */
export const TILES_FROM_ZOOM = 12;

/** The border states, including all of California: the area the directory covers. */
export const TILES_AREA: BoundingBox = { west: -124.6, south: 22, east: -93.4, north: 42.1 };

/** A Web Mercator tile: `x` counts from the west, `y` from the north. */
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
  readonly offer: TileOffer;
  /** Whether it is a file of this server, so that nobody else learns what is looked at. */
  readonly isLocal: boolean;
  /** The minimum zoom that clients request. */
  readonly minTileZoom: number;
  /**
   * @returns null for an empty tile
   * @throws {UnavailableError} when the tile is temporarily unavailable
   */
  tile(at: TileAddress): Promise<Tile | null>;
  close(): Promise<void>;
}
