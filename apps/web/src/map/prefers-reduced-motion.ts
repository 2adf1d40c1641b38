import type * as L from 'leaflet';

/** Whether the visitor prefers reduced motion (WCAG 2.3.3). */
export const prefersReducedMotion = () => matchMedia('(prefers-reduced-motion: reduce)').matches;

/** Map options that disable animations if the visitor prefers reduced motion. */
export function reducedMotionOptions(): L.MapOptions {
  const animate = !prefersReducedMotion();
  return {
    zoomAnimation: animate,
    fadeAnimation: animate,
    markerZoomAnimation: animate,
    inertia: animate,
  };
}

/** Disables the animation of panning, also by arrow keys, for which the map has no option. */
export function panWithoutAnimation(map: L.Map): void {
  const panBy = map.panBy.bind(map);
  map.panBy = (offset, options) => panBy(offset, { ...options, animate: false });
}
