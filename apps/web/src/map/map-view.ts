import * as L from 'leaflet';
import type { Listing, StreetsOffer } from '#contract';
import type { Messages } from '../messages/messages.tsx';
import { AroundLayer, type AskAround, type MapTexts } from './around-layer.ts';
import { BaseMap } from './base-map.ts';
import { drawGlyph, glyphOf } from './glyphs.ts';
import type { MapEvents } from './map-props.ts';
import { type PinGroup, pinGroups } from './pin-groups.ts';
import { Streets } from './streets.ts';
import { boxText, readBoxText } from './tile-box.ts';

const BORDER_COUNTRY = L.latLngBounds([25, -118], [36, -96]);
const CLOSEST_ZOOM = 14;
const FIT_ZOOM = 11;
const IN_SIGHT_METRES = 100_000;
/** A town, about: drawn around its centre where nothing finer may be told. */
const AREA_METRES = 3_000;

/** The one owner of a Leaflet map: it is told what to show, and tells what was touched. */
export class MapView {
  private readonly map: L.Map;
  private readonly pins = L.layerGroup();
  private readonly marks = new Map<string, L.Marker>();
  private readonly loading = new AbortController();
  private readonly around: AroundLayer;
  private readonly area = L.layerGroup();
  private readonly streets: Streets;
  private listings: Listing[] = [];
  private shown = '';
  private touched = false;

  constructor(
    container: HTMLElement,
    private readonly events: MapEvents,
    private readonly messages: Messages,
    private readonly texts: MapTexts,
  ) {
    const { t, direction, language } = messages;
    this.map = L.map(container, {
      zoomControl: false,
      attributionControl: false,
      minZoom: 3,
      maxZoom: CLOSEST_ZOOM,
      zoomAnimation: !matchMedia('(prefers-reduced-motion: reduce)').matches,
      worldCopyJump: true,
    });
    this.map.fitBounds(BORDER_COUNTRY);
    L.control
      .zoom({ zoomInTitle: t('map.zoomIn'), zoomOutTitle: t('map.zoomOut') })
      .addTo(this.map);
    const credits = L.control.attribution({ prefix: false }).addAttribution(t('map.credits'));
    credits.addTo(this.map).getContainer()?.setAttribute('dir', direction);
    this.streets = new Streets(this.map, CLOSEST_ZOOM, language);
    this.around = new AroundLayer(this.map, texts);
    this.area.addTo(this.map);
    this.pins.addTo(this.map);
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
    this.pins.clearLayers();
    this.marks.clear();
    const groups = pinGroups(listings);
    for (const group of groups) this.draw(group);
    const box = area === null ? null : readBoxText(area);
    if (box) {
      if (area !== boxText(this.map.getBounds())) this.map.fitBounds(box);
      return;
    }
    const points = inSight(groups).map(({ latitude, longitude }) => L.latLng(latitude, longitude));
    if (points.length > 0) {
      this.map.fitBounds(L.latLngBounds(points).pad(0.2), { maxZoom: FIT_ZOOM });
    }
  }

  /** Shows what else there is in the window, beyond the list. */
  showAround(ask: AskAround | null): void {
    this.around.follow(ask, this.listings);
  }

  /** Draws streets where the reader looks closely; null draws none. */
  showStreets(offer: StreetsOffer | null): void {
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
      if (this.touched) this.events.onMove(boxText(this.map.getBounds()));
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
    const { latitude, longitude, members } = group;
    const names = members.map(({ listing }) => listing.name);
    const title =
      members.length === 1
        ? `${names[0]}: ${this.texts.kind((members[0] as PinGroup['members'][0]).listing)}`
        : this.messages.t('map.cluster', { count: members.length, names: names.join('; ') });
    const mark = L.marker([latitude, longitude], { icon: pinIcon(group), title, alt: title });
    const first = String(members[0]?.listing.id);
    mark.on('click keypress', () => {
      if (members.length > 1) mark.openPopup();
      else this.events.onSelect(first);
    });
    mark.on('mouseover', () => this.events.onHighlight(first));
    mark.on('mouseout', () => this.events.onHighlight(null));
    if (members.length > 1) {
      mark.bindPopup(this.choices(group), { maxHeight: 260, autoPan: true });
    }
    mark.addTo(this.pins);
    // What is read out begins with what is seen (WCAG 2.5.3).
    mark.getElement()?.setAttribute('aria-label', `${pinText(group)} ${title}`);
    for (const { listing } of members) this.marks.set(listing.id, mark);
  }

  private choices({ members }: PinGroup): HTMLElement {
    const list = document.createElement('ul');
    list.className = 'pin-choices';
    list.dir = this.messages.direction;
    for (const { listing, position } of members) {
      const button = document.createElement('button');
      button.type = 'button';
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

/**
 * Numbered as the list, with the sign of what is done there; a private place is a dashed ring, a closed
 * one a square, one that may not be there any more is dotted.
 */
function pinIcon(group: PinGroup): L.DivIcon {
  const { members } = group;
  const text = document.createElement('span');
  if (members[0]) text.append(drawGlyph(glyphOf(members[0].listing.service_types)));
  text.append(pinText(group));
  const kinds = [
    'pin',
    members.every(({ listing }) => listing.location?.visibility === 'area') ? 'pin-area' : '',
    members.every(({ listing }) => listing.status === 'closed') ? 'pin-closed' : '',
    members.every(({ listing }) => listing.status === 'unknown') ? 'pin-unknown' : '',
  ];
  return L.divIcon({ className: kinds.filter(Boolean).join(' '), html: text, iconSize: [44, 44] });
}
