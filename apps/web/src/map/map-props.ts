import type { Listing, TileOffer } from '#contract';
import type { ViewportData } from './layers/viewport-layer.ts';

export interface MapEvents {
  onHighlight(id: string | null): void;
  onSelect(id: string): void;
  /** The visitor moved the map; `box` is the visible area, `west,south,east,north` in degrees. */
  onMove(box: string): void;
}

/** Props of the map next to a list. */
export interface ResultsMapProps extends Omit<MapEvents, 'onMove'> {
  listings: Listing[];
  highlighted: string | null;
  /** The box of the search; null fits the map to the list. */
  area: string | null;
  /** The data source for the visible area; null if requests would reveal a position. */
  viewportData: ViewportData | null;
  /** The street tiles; null if there are none. */
  streets: TileOffer | null;
  /** Searches the visible area; null if it must not appear in a URL. */
  onArea: ((box: string) => void) | null;
}
