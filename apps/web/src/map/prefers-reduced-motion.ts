import type * as L from 'leaflet';

/** A reader may have asked for nothing to move by itself (WCAG 2.3.3). */
export const wantsStillness = () => matchMedia('(prefers-reduced-motion: reduce)').matches;

/** What a map is made with, so that it jumps where it would otherwise glide. */
export function motionOptions(): L.MapOptions {
  const moves = !wantsStillness();
  return { zoomAnimation: moves, fadeAnimation: moves, markerZoomAnimation: moves, inertia: moves };
}

/** Panning, by arrow keys too, has no option of the map for this. */
export function panWithoutGliding(map: L.Map): void {
  const panBy = map.panBy.bind(map);
  map.panBy = (offset, options) => panBy(offset, { ...options, animate: false });
}
