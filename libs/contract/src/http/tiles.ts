/** Describes the street tiles that a map can use, all from our own origin. */
export interface TileOffer {
  /** Raster tiles, or vector tiles of the Protomaps basemap that the browser draws. */
  kind: 'pictures' | 'shapes';
  /** Attribution to show on the map, as plain text. */
  attribution: string;
  /** The minimum zoom at which streets are shown. */
  leastZoom: number;
  /** The maximum zoom with tiles; higher zooms are drawn from these tiles. */
  mostTileZoom: number;
  /** west, south, east, north in WGS 84 degrees. */
  bounds: [number, number, number, number];
}

/** URL template of the tiles, filled in by Leaflet. */
export const TILE_ADDRESS = '/tiles/{z}/{x}/{y}';
