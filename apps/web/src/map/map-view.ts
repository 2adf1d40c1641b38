import * as L from 'leaflet';
import type { Listing, TileOffer } from '#contract';
import type { Messages } from '../i18n/messages.tsx';
import { BaseMap } from './layers/base-map.ts';
import { StreetTileLayer } from './layers/street-tile-layer.ts';
import { formatBounds, parseBounds } from './layers/tile-bounds.ts';
import { type MapMessages, type ViewportData, ViewportLayer } from './layers/viewport-layer.ts';
import type { MapEvents } from './map-props.ts';
import { accessibleMarker, createPane, wouldOverlap } from './markers/accessible-marker.ts';
import { mergeOverlapping, type PinGroup, pinGroups } from './markers/pin-groups.ts';
import { managePopupFocus } from './markers/popup-focus.ts';
import { createIconElement, serviceIconOf } from './markers/service-icons.ts';
import {
  panWithoutAnimation,
  prefersReducedMotion,
  reducedMotionOptions,
} from './prefers-reduced-motion.ts';

const DEFAULT_BOUNDS = L.latLngBounds([25, -118], [36, -96]);
const MAX_ZOOM = 14;
const MAX_FIT_ZOOM = 11;
const MAX_FIT_DISTANCE_METERS = 100_000;
/** About the size of a town; drawn around its center if the address is private. */
const AREA_RADIUS_METERS = 3_000;
/** Width of a popup in addition to its text, in pixels, so that it fits into the map of a phone. */
const POPUP_MARGIN_PIXELS = 60;
/** Space for the buttons at the top of the map, which would cover a popup. */
const BUTTON_AREA = L.point(5, 112);
/** Space between the focused marker and the edge of the map, where its buttons are. */
const FOCUS_PADDING: L.PanInsideOptions = { padding: [80, 80], animate: false };

/** Wraps a Leaflet map: shows listings and emits events of the visitor. */
export class MapView {
  private readonly map: L.Map;
  private readonly pins = L.layerGroup();
  private readonly markers = new Map<string, L.Marker>();
  private readonly loading = new AbortController();
  private readonly viewport: ViewportLayer;
  private readonly pane: string;
  private readonly area = L.layerGroup();
  private readonly streets: StreetTileLayer;
  private listings: Listing[] = [];
  private shown = '';
  private touched = false;

  constructor(
    container: HTMLElement,
    private readonly events: MapEvents,
    private readonly messages: Messages,
    private readonly mapMessages: MapMessages,
  ) {
    const { t, direction, language } = messages;
    this.map = L.map(container, {
      zoomControl: false,
      attributionControl: false,
      minZoom: 3,
      maxZoom: MAX_ZOOM,
      worldCopyJump: true,
      ...reducedMotionOptions(),
    });
    if (prefersReducedMotion()) panWithoutAnimation(this.map);
    this.map.fitBounds(DEFAULT_BOUNDS);
    L.control
      .zoom({ zoomInTitle: t('map.zoomIn'), zoomOutTitle: t('map.zoomOut') })
      .addTo(this.map);
    const credits = L.control.attribution({ prefix: false }).addAttribution(t('map.credits'));
    credits.addTo(this.map).getContainer()?.setAttribute('dir', direction);
    this.streets = new StreetTileLayer(this.map, MAX_ZOOM, language);
    this.viewport = new ViewportLayer(this.map, mapMessages);
    this.area.addTo(this.map);
    this.pins.addTo(this.map);
    this.pane = createPane(this.map, t('results.heading'));
    this.map.on('zoomend', () => this.drawPins());
    managePopupFocus(this.map, t('map.close'));
    this.emitMoves(container);
    new BaseMap(this.map).load(this.loading.signal).catch(() => {
      // The pins are also correct without the base map.
    });
  }

  /** Draws these listings and moves to them or to their area, unless they are already drawn. */
  show(listings: Listing[], area: string | null): void {
    const shown = JSON.stringify([area, listings.map(({ id }) => id)]);
    if (shown === this.shown) return;
    this.shown = shown;
    this.listings = listings;
    this.touched = false;
    this.moveTo(pinGroups(listings), area);
    this.drawPins();
  }

  /** Shows everything else in the visible area, beyond the list. */
  showViewportData(data: ViewportData | null): void {
    this.viewport.follow(data, this.listings);
  }

  /** Draws streets at high zoom levels; null draws none. */
  showStreets(offer: TileOffer | null): void {
    this.streets.show(offer);
  }

  /** Highlights the pin of a listing; null highlights none. */
  highlight(id: string | null): void {
    this.showArea(this.listings.find((listing) => listing.id === id) ?? null);
    for (const [member, marker] of this.markers) {
      const on = member === id;
      marker.getElement()?.classList.toggle('highlighted', on);
      if (on) marker.setZIndexOffset(1000);
      else marker.setZIndexOffset(0);
    }
    const wanted = id === null ? undefined : this.markers.get(id)?.getElement();
    wanted?.classList.add('highlighted');
  }

  private moveTo(groups: PinGroup[], area: string | null): void {
    const box = area === null ? null : parseBounds(area);
    if (box) {
      if (area !== formatBounds(this.map.getBounds())) this.map.fitBounds(box);
      return;
    }
    const points = nearbyGroups(groups).map(latLngOf);
    if (points.length > 0) {
      this.map.fitBounds(L.latLngBounds(points).pad(0.2), { maxZoom: MAX_FIT_ZOOM });
    }
  }

  // Pins that would overlap at this zoom are merged; the keyboard focus is preserved.
  private drawPins(): void {
    const focused = [...this.markers].find(([, marker]) =>
      marker.getElement()?.contains(document.activeElement),
    );
    this.pins.clearLayers();
    this.markers.clear();
    const groups = mergeOverlapping(pinGroups(this.listings), (one, other) =>
      wouldOverlap(this.map, latLngOf(one), latLngOf(other)),
    );
    for (const group of groups) this.draw(group);
    if (focused) buttonOf(this.markers.get(focused[0]))?.focus({ preventScroll: true });
  }

  destroy(): void {
    this.loading.abort();
    this.viewport.destroy();
    this.streets.destroy();
    this.map.remove();
  }

  // Emits only moves by the visitor, not automatic moves to the results.
  private emitMoves(container: HTMLElement): void {
    const touch = () => {
      this.touched = true;
    };
    for (const kind of ['pointerdown', 'wheel', 'keydown'] as const) {
      container.addEventListener(kind, touch, { passive: true });
    }
    this.map.on('moveend', () => {
      if (this.touched) this.events.onMove(formatBounds(this.map.getBounds()));
    });
  }

  // A private place is somewhere in its town; the map only shows that area.
  private showArea(listing: Listing | null): void {
    this.area.clearLayers();
    const { latitude, longitude, visibility } = listing?.location ?? {};
    if (visibility !== 'area' || typeof latitude !== 'number' || typeof longitude !== 'number') {
      return;
    }
    L.circle([latitude, longitude], {
      className: 'area',
      radius: AREA_RADIUS_METERS,
      interactive: false,
    }).addTo(this.area);
  }

  private draw(group: PinGroup): void {
    const { members } = group;
    const { listing } = members[0] as PinGroup['members'][0];
    const text = pinText(group);
    const marker = accessibleMarker(latLngOf(group), this.pane, {
      className: pinClass(group),
      icon: createIconElement(serviceIconOf(listing.service_types)),
      text,
      name: `${text} ${this.titleOf(group)}`,
    });
    const first = listing.id;
    marker.on('click', () => {
      if (members.length > 1) this.openChoices(marker, group);
      else this.events.onSelect(first);
    });
    marker.on('mouseover', () => this.events.onHighlight(first));
    marker.on('mouseout', () => this.events.onHighlight(null));
    marker.addTo(this.pins);
    buttonOf(marker)?.addEventListener('focus', () => this.scrollIntoView(marker));
    for (const member of members) this.markers.set(member.listing.id, marker);
  }

  private titleOf({ members }: PinGroup): string {
    const titles = members.map(
      ({ listing }) => `${listing.name}: ${this.mapMessages.kind(listing)}`,
    );
    if (titles.length === 1) return String(titles[0]);
    const names = members.map(({ listing }) => listing.name).join('; ');
    return this.messages.t('map.cluster', { count: members.length, names });
  }

  // The browser has already scrolled the map's container, and the page to the old marker position.
  private scrollIntoView(marker: L.Marker): void {
    this.map.getContainer().scrollTo(0, 0);
    this.map.panInside(marker.getLatLng(), FOCUS_PADDING);
    buttonOf(marker)?.scrollIntoView({ block: 'nearest' });
  }

  private openChoices(marker: L.Marker, group: PinGroup): void {
    const maxWidth = Math.min(300, this.map.getSize().x - POPUP_MARGIN_PIXELS);
    L.popup({ maxHeight: 240, maxWidth, autoPanPaddingTopLeft: BUTTON_AREA }, marker)
      .setLatLng(marker.getLatLng())
      .setContent(this.choices(group))
      .openOn(this.map);
  }

  private choices({ members }: PinGroup): HTMLElement {
    const list = document.createElement('ul');
    list.className = 'pin-choices';
    list.dir = this.messages.direction;
    for (const { listing, position } of members) {
      const button = document.createElement('button');
      button.type = 'button';
      button.className = 'pin-choice';
      const name = document.createElement('bdi');
      name.textContent = listing.name;
      button.append(`${position}. `, name);
      button.addEventListener('click', () => this.events.onSelect(listing.id));
      const item = document.createElement('li');
      item.append(button);
      list.append(item);
    }
    return list;
  }
}

// Fits the map to the nearby results only, for a higher zoom.
function nearbyGroups(groups: PinGroup[]): PinGroup[] {
  const distanceOf = ({ members }: PinGroup) => members[0]?.listing.distance_m ?? null;
  if (groups.some((group) => distanceOf(group) === null)) return groups;
  const near = groups.filter((group) => (distanceOf(group) ?? 0) <= MAX_FIT_DISTANCE_METERS);
  return near.length > 0 ? near : groups.slice(0, 1);
}

/** `3`, or `3+2` if there are two more at the same point. */
function pinText({ members }: PinGroup): string {
  const first = String(members[0]?.position);
  return members.length === 1 ? first : `${first}+${members.length - 1}`;
}

/**
 * A private place is a dashed ring, a closed one a square, and one that may have closed is dotted.
 */
function pinClass({ members }: PinGroup): string {
  const kinds = [
    'pin',
    members.every(({ listing }) => listing.location?.visibility === 'area') ? 'pin-area' : '',
    members.every(({ listing }) => listing.status === 'closed') ? 'pin-closed' : '',
    members.every(({ listing }) => listing.status === 'unknown') ? 'pin-unknown' : '',
  ];
  return kinds.filter(Boolean).join(' ');
}

const latLngOf = ({ latitude, longitude }: PinGroup) => L.latLng(latitude, longitude);

const buttonOf = (marker: L.Marker | undefined) => marker?.getElement()?.querySelector('button');
