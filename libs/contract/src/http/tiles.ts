/** What a map can draw streets from, all from our own origin. */
export interface StreetsOffer {
  /** Pictures, or shapes of the Protomaps basemap that the browser draws. */
  kind: 'pictures' | 'shapes';
  /** Who made the map, as plain text to be shown with it. */
  attribution: string;
  /** The zoom at which streets begin to be shown. */
  leastZoom: number;
  /** The most detailed zoom that there are tiles of; nearer ones are drawn from these. */
  mostTileZoom: number;
  /** west, south, east, north in WGS 84 degrees. */
  bounds: [number, number, number, number];
}

/** Where the tiles are asked for; Leaflet fills in the place. */
export const TILE_ADDRESS = '/tiles/{z}/{x}/{y}';
