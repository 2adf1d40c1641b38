import * as L from 'leaflet';
import type { TileOffer } from '#contract';
import { BaseMap } from '../../../web/src/map/layers/base-map.ts';
import { StreetTileLayer } from '../../../web/src/map/layers/street-tile-layer.ts';

/** WGS 84 degrees. */
export interface PinPoint {
  longitude: number;
  latitude: number;
}

interface PinMapOptions {
  /** The accessible name of the pin. */
  label: string;
  credits: string;
  /** Of the labels of vector tiles. */
  language: 'en' | 'es';
  /** Called when somebody has moved the pin. */
  onMove(point: PinPoint): void;
}

const EVERYWHERE = L.latLngBounds([25, -118], [36, -96]);
const MAX_ZOOM = 14;
/** With the names of towns, or with streets. */
const FIRST_ZOOM = 9;
const FIRST_ZOOM_WITH_STREETS = 15;
/** Far enough to get somewhere, and with Shift near enough to hit a house. */
const STEP_PIXELS = 16;
const SMALL_STEP_PIXELS = 1;
/** About a meter. */
const DECIMALS = 5;

const DIRECTIONS: Record<string, [x: number, y: number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** A map with one pin, which is moved by dragging, by arrow keys or by a click on the map. */
export class PinMap {
  private readonly map: L.Map;
  private readonly loading = new AbortController();
  private readonly streets: StreetTileLayer;
  private readonly pin: L.Marker;
  private firstZoom = FIRST_ZOOM;

  constructor(
    container: HTMLElement,
    private readonly options: PinMapOptions,
  ) {
    this.map = L.map(container, {
      attributionControl: false,
      minZoom: 3,
      maxZoom: MAX_ZOOM,
      keyboard: false,
      scrollWheelZoom: false,
    }).fitBounds(EVERYWHERE);
    L.control.attribution({ prefix: false }).addAttribution(options.credits).addTo(this.map);
    this.streets = new StreetTileLayer(this.map, MAX_ZOOM, options.language);
    this.pin = this.createPin();
    this.map.on('click', ({ latlng }) => this.move(latlng));
    new BaseMap(this.map).load(this.loading.signal).catch(() => {
      // The pin can be placed without the base map.
    });
  }

  /** Shows the pin at a point, and moves the map where it would be out of sight; null: no pin. */
  show(point: PinPoint | null): void {
    if (!point) {
      this.pin.remove();
      return;
    }
    const at = L.latLng(point.latitude, point.longitude);
    const isNew = !this.map.hasLayer(this.pin);
    this.pin.setLatLng(at).addTo(this.map);
    if (isNew) this.map.setView(at, this.firstZoom, { animate: false });
    else if (!this.map.getBounds().contains(at)) this.map.panTo(at, { animate: false });
  }

  /** @param offer null shows no streets */
  showStreets(offer: TileOffer | null): void {
    this.streets.show(offer);
    this.firstZoom = offer ? FIRST_ZOOM_WITH_STREETS : FIRST_ZOOM;
    if (this.map.hasLayer(this.pin)) {
      this.map.setView(this.pin.getLatLng(), this.firstZoom, { animate: false });
    }
  }

  destroy(): void {
    this.loading.abort();
    this.streets.destroy();
    this.map.remove();
  }

  private createPin(): L.Marker {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'pin-handle';
    button.setAttribute('aria-label', this.options.label);
    button.addEventListener('keydown', (event) => this.onKey(event));
    const icon = L.divIcon({ className: 'pin-place', html: button, iconSize: [44, 44] });
    const pin = L.marker([0, 0], { icon, draggable: true, keyboard: false, autoPan: true });
    pin.on('dragend', () => this.move(pin.getLatLng()));
    return pin;
  }

  private onKey(event: KeyboardEvent): void {
    const direction = DIRECTIONS[event.key];
    if (!direction) return;
    event.preventDefault();
    event.stopPropagation();
    const step = event.shiftKey ? SMALL_STEP_PIXELS : STEP_PIXELS;
    const at = this.map.latLngToContainerPoint(this.pin.getLatLng());
    const moved = at.add([direction[0] * step, direction[1] * step]);
    this.move(this.map.containerPointToLatLng(moved));
  }

  private move({ lat, lng }: L.LatLng): void {
    const round = (degrees: number) => Number(degrees.toFixed(DECIMALS));
    const point = {
      longitude: round(L.Util.wrapNum(lng, [-180, 180], true)),
      latitude: round(lat),
    };
    this.show(point);
    this.options.onMove(point);
  }
}
