import type { Listing } from '#contract';

export interface MapEvents {
  onHighlight(id: string | null): void;
  onSelect(id: string): void;
}

/** What the map beside a list is told. */
export interface ResultsMapProps extends MapEvents {
  listings: Listing[];
  highlighted: string | null;
}
