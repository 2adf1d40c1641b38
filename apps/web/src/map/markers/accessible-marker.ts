import * as L from 'leaflet';

const SIDE_PIXELS = 44;

export interface AccessibleMarkerOptions {
  className: string;
  /** Drawn before the text, and not heard. */
  sign: SVGElement;
  /** What is seen. */
  text: string;
  /** What is heard: it begins with what is seen (WCAG 2.5.3). */
  name: string;
}

/** A pane whose marks are read out as a list, in the order in which they were added. */
export function createPane(map: L.Map, name: string): string {
  const pane = map.createPane('list');
  pane.setAttribute('role', 'list');
  pane.setAttribute('aria-label', name);
  pane.style.zIndex = '610';
  return 'list';
}

/** A mark that is a button in an item of a list: Tab reaches it and shows it, Enter clicks it. */
export function accessibleMarker(
  at: L.LatLngExpression,
  pane: string,
  { className, sign, text, name }: AccessibleMarkerOptions,
): L.Marker {
  const button = document.createElement('button');
  button.type = 'button';
  button.title = name;
  button.setAttribute('aria-label', name);
  const seen = document.createElement('span');
  seen.append(sign, text);
  button.append(seen);
  const icon = L.divIcon({ className, html: button, iconSize: [SIDE_PIXELS, SIDE_PIXELS] });
  const mark = L.marker(at, { icon, pane, keyboard: false });
  mark.on('add', () => mark.getElement()?.setAttribute('role', 'listitem'));
  return mark;
}

/** True where two marks would cover one another, at the zoom that the map has now. */
export function wouldOverlap(map: L.Map, a: L.LatLngExpression, b: L.LatLngExpression): boolean {
  const [one, other] = [map.latLngToLayerPoint(a), map.latLngToLayerPoint(b)];
  return Math.abs(one.x - other.x) < SIDE_PIXELS && Math.abs(one.y - other.y) < SIDE_PIXELS;
}
