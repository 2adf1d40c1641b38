import type * as L from 'leaflet';

/** A reader may have asked for nothing to move by itself (WCAG 2.3.3). */
export const prefersReducedMotion = () => matchMedia('(prefers-reduced-motion: reduce)').matches;

/** What a map is made with, so that it jumps where it would otherwise glide. */
export function reducedMotionOptions(): L.MapOptions {
  const moves = !prefersReducedMotion();
  return { zoomAnimation: moves, fadeAnimation: moves, markerZoomAnimation: moves, inertia: moves };
}

/** Panning, by arrow keys too, has no option of the map for this. */
export function panWithoutAnimation(map: L.Map): void {
  const panBy = map.panBy.bind(map);
  map.panBy = (offset, options) => panBy(offset, { ...options, animate: false });
}
