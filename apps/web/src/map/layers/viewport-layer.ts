import * as L from 'leaflet';
import type { ListedListing, Listing, MapCluster, MapFeatures, MapPoint } from '#contract';
import { createIconElement, serviceIconOf } from '../markers/service-icons.ts';
import { tileBounds } from './tile-bounds.ts';

/** Requests the contents of a box, with the filters of the search. */
export interface ViewportData {
  features(box: string, zoom: number, signal: AbortSignal): Promise<MapFeatures>;
  listings(box: string): Promise<ListedListing[]>;
}

export interface MapMessages {
  /** Label of a cluster. */
  cluster(count: number): string;
  /** URL of a listing's page. */
  link(slug: string): string;
  /** The kind of help, and the status unless active: `Shelter, closed`. */
  kind(listing: Pick<Listing, 'service_types' | 'status'>): string;
}

/** About ten meters. */
const SAME_POINT_DEGREES = 0.0001;
const OFFSET_FROM_PIN: L.PointTuple = [-8, 6];

/** Shows everything else in the visible area, beyond the list: single listings and clusters. */
export class ViewportLayer {
  private readonly layer = L.layerGroup();
  private pending: AbortController | null = null;
  private requested = '';
  private data: ViewportData | null = null;
  private listings: Listing[] = [];
  private features: MapFeatures = { items: [] };

  constructor(
    private readonly map: L.Map,
    private readonly messages: MapMessages,
  ) {
    this.layer.addTo(map);
    map.on('moveend', () => this.refresh());
  }

  /** Sets the data source; null sends no requests and shows nothing. */
  follow(data: ViewportData | null, listings: Listing[]): void {
    if (data !== this.data) this.requested = '';
    this.data = data;
    this.listings = listings;
    this.refresh();
    this.draw();
  }

  destroy(): void {
    this.pending?.abort();
  }

  private refresh(): void {
    const zoom = this.map.getZoom();
    const box = tileBounds(this.map);
    const key = `${zoom}/${box}`;
    if (key === this.requested) return;
    this.requested = key;
    this.pending?.abort();
    this.pending = new AbortController();
    const { signal } = this.pending;
    const response = this.data?.features(box, zoom, signal) ?? Promise.resolve({ items: [] });
    response.then(
      (features) => {
        if (signal.aborted) return;
        this.features = features;
        this.draw();
      },
      () => {
        // The list and its pins work without this layer.
        if (!signal.aborted) this.requested = '';
      },
    );
  }

  private draw(): void {
    this.layer.clearLayers();
    const listings = new Set(this.listings.map(({ id }) => id));
    for (const item of this.features.items) {
      if (item.kind === 'cluster') this.drawCluster(item);
      else if (!listings.has(item.id)) this.drawPoint(item);
    }
  }

  private drawPoint(point: MapPoint): void {
    const { latitude, longitude, name, slug, status, visibility, service_types } = point;
    const kinds = ['dot', `dot-${status}`, visibility === 'area' ? 'dot-area' : ''];
    const popup = document.createElement('div');
    popup.append(this.linkTo({ name, slug }), this.messages.kind(point));
    const icon = L.divIcon({
      className: kinds.join(' ').trim(),
      html: createIconElement(serviceIconOf(service_types)) as unknown as HTMLElement,
      iconSize: [44, 44],
    });
    const title = `${name}: ${this.messages.kind(point)}`;
    L.marker([latitude, longitude], { icon, title, keyboard: false, zIndexOffset: -1000 })
      .bindPopup(popup)
      .addTo(this.layer);
  }

  // Listings of the list have their own pins.
  private drawCluster({ latitude, longitude, count, bounds }: MapCluster): void {
    const [west, south, east, north] = bounds;
    const box = L.latLngBounds([south, west], [north, east]);
    const inList = this.listings.filter(({ location }) => {
      const { latitude: lat, longitude: lon } = location ?? {};
      return typeof lat === 'number' && typeof lon === 'number' && box.contains([lat, lon]);
    });
    const others = count - inList.length;
    if (others <= 0) return;
    const text = document.createElement('span');
    text.textContent = this.messages.cluster(others);
    const marker = L.marker([latitude, longitude], {
      icon: L.divIcon({
        className: 'cluster',
        html: text,
        iconSize: [44, 44],
        iconAnchor: inList.length > 0 ? OFFSET_FROM_PIN : [22, 22],
      }),
      keyboard: false,
      zIndexOffset: -1000,
    });
    marker.addTo(this.layer);
    if (isSinglePoint(bounds)) this.fanOut(marker, bounds);
    else marker.on('click', () => this.map.fitBounds(box.pad(0.2)));
  }

  // These listings are at the same point at every zoom, so a popup lists their names.
  private fanOut(marker: L.Marker, bounds: MapCluster['bounds']): void {
    marker.on('click', async () => {
      const listings = (await this.data?.listings(boxAround(bounds))) ?? [];
      const list = document.createElement('ul');
      list.className = 'pin-choices';
      for (const listing of listings) {
        const item = document.createElement('li');
        item.append(this.linkTo(listing));
        list.append(item);
      }
      L.popup({ maxHeight: 260 }, marker)
        .setLatLng(marker.getLatLng())
        .setContent(list)
        .openOn(this.map);
    });
  }

  private linkTo({ name, slug }: Pick<Listing, 'name' | 'slug'>): HTMLElement {
    const link = document.createElement('a');
    link.href = this.messages.link(slug);
    link.textContent = name;
    link.className = 'pin-choice';
    link.dir = 'auto';
    return link;
  }
}

/** Returns a box of some meters around a point. */
function boxAround([west, south, east, north]: MapCluster['bounds']): string {
  const [minus, plus] = [-SAME_POINT_DEGREES, SAME_POINT_DEGREES];
  return [west + minus, south + minus, east + plus, north + plus].join(',');
}

function isSinglePoint([west, south, east, north]: MapCluster['bounds']): boolean {
  return east - west < SAME_POINT_DEGREES && north - south < SAME_POINT_DEGREES;
}
