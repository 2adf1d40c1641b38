import * as L from 'leaflet';

const MARKER_SIZE_PIXELS = 44;

export interface AccessibleMarkerOptions {
  className: string;
  /** Drawn before the text and hidden from screen readers. */
  icon: SVGElement;
  /** The visible text. */
  text: string;
  /** The accessible name; it starts with the visible text (WCAG 2.5.3). */
  name: string;
}

/**
 * Creates a pane whose markers are a list for screen readers, in the order in which they were
 * added.
 */
export function createPane(map: L.Map, name: string): string {
  const pane = map.createPane('list');
  pane.setAttribute('role', 'list');
  pane.setAttribute('aria-label', name);
  pane.style.zIndex = '610';
  return 'list';
}

/** Creates a marker that is a button in a list item: Tab focuses it, Enter clicks it. */
export function accessibleMarker(
  at: L.LatLngExpression,
  pane: string,
  { className, icon, text, name }: AccessibleMarkerOptions,
): L.Marker {
  const button = document.createElement('button');
  button.type = 'button';
  button.title = name;
  button.setAttribute('aria-label', name);
  const visible = document.createElement('span');
  visible.append(icon, text);
  button.append(visible);
  const divIcon = L.divIcon({
    className,
    html: button,
    iconSize: [MARKER_SIZE_PIXELS, MARKER_SIZE_PIXELS],
  });
  const marker = L.marker(at, { icon: divIcon, pane, keyboard: false });
  marker.on('add', () => marker.getElement()?.setAttribute('role', 'listitem'));
  return marker;
}

/** Whether two markers would overlap at the current zoom. */
export function wouldOverlap(map: L.Map, a: L.LatLngExpression, b: L.LatLngExpression): boolean {
  const [one, other] = [map.latLngToLayerPoint(a), map.latLngToLayerPoint(b)];
  return (
    Math.abs(one.x - other.x) < MARKER_SIZE_PIXELS && Math.abs(one.y - other.y) < MARKER_SIZE_PIXELS
  );
}
