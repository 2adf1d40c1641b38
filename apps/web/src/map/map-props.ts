import type { Listing, TileOffer } from '#contract';
import type { ViewportData } from './layers/viewport-layer.ts';

export interface MapEvents {
  onHighlight(id: string | null): void;
  onSelect(id: string): void;
  /** The reader moved the map: the box that it shows now, `west,south,east,north` in degrees. */
  onMove(box: string): void;
}

/** What the map beside a list is told. */
export interface ResultsMapProps extends Omit<MapEvents, 'onMove'> {
  listings: Listing[];
  highlighted: string | null;
  /** The box that the list is about; null: whatever shows all of the list. */
  area: string | null;
  /** How to ask for what lies around; null when nobody may be asked. */
  viewportData: ViewportData | null;
  /** What streets can be drawn from; null when there is nothing. */
  streets: TileOffer | null;
  /** Searches the box that the map shows; null when that may not stand in an address. */
  onArea: ((box: string) => void) | null;
}
