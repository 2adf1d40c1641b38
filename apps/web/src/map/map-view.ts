import * as L from 'leaflet';
import type { Listing, TileOffer } from '#contract';
import type { Messages } from '../i18n/messages.tsx';
import { BaseMap } from './layers/base-map.ts';
import { StreetTileLayer } from './layers/street-tile-layer.ts';
import { formatBounds, parseBounds } from './layers/tile-box.ts';
import { type MapMessages, type ViewportData, ViewportLayer } from './layers/viewport-layer.ts';
import type { MapEvents } from './map-props.ts';
import { accessibleMarker, createPane, wouldOverlap } from './markers/accessible-marker.ts';
import { drawGlyph, glyphOf } from './markers/glyphs.ts';
import { mergeOverlapping, type PinGroup, pinGroups } from './markers/pin-groups.ts';
import { managePopupFocus } from './markers/popup-focus.ts';
import {
  panWithoutAnimation,
  prefersReducedMotion,
  reducedMotionOptions,
} from './prefers-reduced-motion.ts';

const BORDER_COUNTRY = L.latLngBounds([25, -118], [36, -96]);
const CLOSEST_ZOOM = 14;
const FIT_ZOOM = 11;
const IN_SIGHT_METRES = 100_000;
/** A town, about: drawn around its centre where nothing finer may be told. */
const AREA_METRES = 3_000;
/** What a popup has beside its text, in pixels: more would not fit into a phone's map. */
const POPUP_MARGINS = 60;
/** The buttons at the top of the map would cover a popup. */
const BUTTONS = L.point(5, 112);
/** Between what has the focus and the edge of the map, where its buttons lie. */
const ROOM: L.PanInsideOptions = { padding: [80, 80], animate: false };

/** The one owner of a Leaflet map: it is told what to show, and tells what was touched. */
export class MapView {
  private readonly map: L.Map;
  private readonly pins = L.layerGroup();
  private readonly marks = new Map<string, L.Marker>();
  private readonly loading = new AbortController();
  private readonly around: ViewportLayer;
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
    private readonly texts: MapMessages,
  ) {
    const { t, direction, language } = messages;
    this.map = L.map(container, {
      zoomControl: false,
      attributionControl: false,
      minZoom: 3,
      maxZoom: CLOSEST_ZOOM,
      worldCopyJump: true,
      ...reducedMotionOptions(),
    });
    if (prefersReducedMotion()) panWithoutAnimation(this.map);
    this.map.fitBounds(BORDER_COUNTRY);
    L.control
      .zoom({ zoomInTitle: t('map.zoomIn'), zoomOutTitle: t('map.zoomOut') })
      .addTo(this.map);
    const credits = L.control.attribution({ prefix: false }).addAttribution(t('map.credits'));
    credits.addTo(this.map).getContainer()?.setAttribute('dir', direction);
    this.streets = new StreetTileLayer(this.map, CLOSEST_ZOOM, language);
    this.around = new ViewportLayer(this.map, texts);
    this.area.addTo(this.map);
    this.pins.addTo(this.map);
    this.pane = createPane(this.map, t('results.heading'));
    this.map.on('zoomend', () => this.drawPins());
    managePopupFocus(this.map, t('map.close'));
    this.tellMoves(container);
    new BaseMap(this.map).load(this.loading.signal).catch(() => {
      // Without land the pins still stand where they should.
    });
  }

  /** Draws these listings and moves to them, or to their area, unless they are drawn already. */
  show(listings: Listing[], area: string | null): void {
    const shown = JSON.stringify([area, listings.map(({ id }) => id)]);
    if (shown === this.shown) return;
    this.shown = shown;
    this.listings = listings;
    this.touched = false;
    this.moveTo(pinGroups(listings), area);
    this.drawPins();
  }

  /** Shows what else there is in the window, beyond the list. */
  showViewportData(data: ViewportData | null): void {
    this.around.follow(data, this.listings);
  }

  /** Draws streets where the reader looks closely; null draws none. */
  showStreets(offer: TileOffer | null): void {
    this.streets.show(offer);
  }

  /** Marks the pin of a listing; null marks none. */
  highlight(id: string | null): void {
    this.showArea(this.listings.find((listing) => listing.id === id) ?? null);
    for (const [member, mark] of this.marks) {
      const on = member === id;
      mark.getElement()?.classList.toggle('highlighted', on);
      if (on) mark.setZIndexOffset(1000);
      else mark.setZIndexOffset(0);
    }
    const wanted = id === null ? undefined : this.marks.get(id)?.getElement();
    wanted?.classList.add('highlighted');
  }

  private moveTo(groups: PinGroup[], area: string | null): void {
    const box = area === null ? null : parseBounds(area);
    if (box) {
      if (area !== formatBounds(this.map.getBounds())) this.map.fitBounds(box);
      return;
    }
    const points = inSight(groups).map(latLngOf);
    if (points.length > 0) {
      this.map.fitBounds(L.latLngBounds(points).pad(0.2), { maxZoom: FIT_ZOOM });
    }
  }

  // What would cover one another at this zoom is one pin; the keyboard stays where it was.
  private drawPins(): void {
    const held = [...this.marks].find(([, mark]) =>
      mark.getElement()?.contains(document.activeElement),
    );
    this.pins.clearLayers();
    this.marks.clear();
    const groups = mergeOverlapping(pinGroups(this.listings), (one, other) =>
      wouldOverlap(this.map, latLngOf(one), latLngOf(other)),
    );
    for (const group of groups) this.draw(group);
    if (held) buttonOf(this.marks.get(held[0]))?.focus({ preventScroll: true });
  }

  destroy(): void {
    this.loading.abort();
    this.around.destroy();
    this.streets.destroy();
    this.map.remove();
  }

  // Only what a reader does counts, not that the map went to its results by itself.
  private tellMoves(container: HTMLElement): void {
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

  // A private place is somewhere in its town: the map says no more than that.
  private showArea(listing: Listing | null): void {
    this.area.clearLayers();
    const { latitude, longitude, visibility } = listing?.location ?? {};
    if (visibility !== 'area' || typeof latitude !== 'number' || typeof longitude !== 'number') {
      return;
    }
    L.circle([latitude, longitude], {
      className: 'area',
      radius: AREA_METRES,
      interactive: false,
    }).addTo(this.area);
  }

  private draw(group: PinGroup): void {
    const { members } = group;
    const { listing } = members[0] as PinGroup['members'][0];
    const text = pinText(group);
    const mark = accessibleMarker(latLngOf(group), this.pane, {
      className: pinClass(group),
      sign: drawGlyph(glyphOf(listing.service_types)),
      text,
      name: `${text} ${this.titleOf(group)}`,
    });
    const first = listing.id;
    mark.on('click', () => {
      if (members.length > 1) this.openChoices(mark, group);
      else this.events.onSelect(first);
    });
    mark.on('mouseover', () => this.events.onHighlight(first));
    mark.on('mouseout', () => this.events.onHighlight(null));
    mark.addTo(this.pins);
    buttonOf(mark)?.addEventListener('focus', () => this.bringIntoSight(mark));
    for (const member of members) this.marks.set(member.listing.id, mark);
  }

  private titleOf({ members }: PinGroup): string {
    const titles = members.map(({ listing }) => `${listing.name}: ${this.texts.kind(listing)}`);
    if (titles.length === 1) return String(titles[0]);
    const names = members.map(({ listing }) => listing.name).join('; ');
    return this.messages.t('map.cluster', { count: members.length, names });
  }

  // A browser has scrolled the map's own box by now, and the page to where the mark was.
  private bringIntoSight(mark: L.Marker): void {
    this.map.getContainer().scrollTo(0, 0);
    this.map.panInside(mark.getLatLng(), ROOM);
    buttonOf(mark)?.scrollIntoView({ block: 'nearest' });
  }

  private openChoices(mark: L.Marker, group: PinGroup): void {
    const maxWidth = Math.min(300, this.map.getSize().x - POPUP_MARGINS);
    L.popup({ maxHeight: 240, maxWidth, autoPanPaddingTopLeft: BUTTONS }, mark)
      .setLatLng(mark.getLatLng())
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

// What is near is worth a closer look than all fifty that were found.
function inSight(groups: PinGroup[]): PinGroup[] {
  const far = ({ members }: PinGroup) => members[0]?.listing.distance_m ?? null;
  if (groups.some((group) => far(group) === null)) return groups;
  const near = groups.filter((group) => (far(group) ?? 0) <= IN_SIGHT_METRES);
  return near.length > 0 ? near : groups.slice(0, 1);
}

/** `3`, or `3+2` where two more stand at the same point. */
function pinText({ members }: PinGroup): string {
  const first = String(members[0]?.position);
  return members.length === 1 ? first : `${first}+${members.length - 1}`;
}

/** A private place is a dashed ring, a closed one a square, one that may be gone is dotted. */
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

const buttonOf = (mark: L.Marker | undefined) => mark?.getElement()?.querySelector('button');
