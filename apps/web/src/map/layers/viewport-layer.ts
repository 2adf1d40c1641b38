import * as L from 'leaflet';
import type { Listing, MapCluster, MapFeatures, MapPoint } from '#contract';
import { drawGlyph, glyphOf } from '../markers/glyphs.ts';
import { tileBounds } from './tile-box.ts';

/** Asks for what lies in a box, by the filters of the search. */
export interface ViewportData {
  features(box: string, zoom: number, signal: AbortSignal): Promise<MapFeatures>;
  listings(box: string): Promise<Listing[]>;
}

export interface MapMessages {
  /** For a cluster: how many there are. */
  cluster(count: number): string;
  /** The address of a listing's page. */
  link(slug: string): string;
  /** What kind of help it is, and what stands against going there: `Shelter, closed`. */
  kind(listing: Pick<Listing, 'service_types' | 'status'>): string;
}

/** About ten metres. */
const SAME_POINT_DEGREES = 0.0001;
const BESIDE_A_PIN: L.PointTuple = [-8, 6];

/** What else there is in the window, beyond the list: single places, and clusters of them. */
export class ViewportLayer {
  private readonly layer = L.layerGroup();
  private asking: AbortController | null = null;
  private requested = '';
  private data: ViewportData | null = null;
  private listed: Listing[] = [];
  private answer: MapFeatures = { items: [] };

  constructor(
    private readonly map: L.Map,
    private readonly texts: MapMessages,
  ) {
    this.layer.addTo(map);
    map.on('moveend', () => this.refresh());
  }

  /** Asks from now on in this way; null asks nobody and shows nothing. */
  follow(data: ViewportData | null, listed: Listing[]): void {
    if (data !== this.data) this.requested = '';
    this.data = data;
    this.listed = listed;
    this.refresh();
    this.draw();
  }

  destroy(): void {
    this.asking?.abort();
  }

  private refresh(): void {
    const zoom = this.map.getZoom();
    const box = tileBounds(this.map);
    const key = `${zoom}/${box}`;
    if (key === this.requested) return;
    this.requested = key;
    this.asking?.abort();
    this.asking = new AbortController();
    const { signal } = this.asking;
    const answer = this.data?.features(box, zoom, signal) ?? Promise.resolve({ items: [] });
    answer.then(
      (around) => {
        if (signal.aborted) return;
        this.answer = around;
        this.draw();
      },
      () => {
        // The list and its pins stand without what lies around them.
        if (!signal.aborted) this.requested = '';
      },
    );
  }

  private draw(): void {
    this.layer.clearLayers();
    const listed = new Set(this.listed.map(({ id }) => id));
    for (const item of this.answer.items) {
      if (item.kind === 'cluster') this.drawCluster(item);
      else if (!listed.has(item.id)) this.drawPoint(item);
    }
  }

  private drawPoint(point: MapPoint): void {
    const { latitude, longitude, name, slug, status, visibility, service_types } = point;
    const kinds = ['dot', `dot-${status}`, visibility === 'area' ? 'dot-area' : ''];
    const popup = document.createElement('div');
    popup.append(this.linkTo({ name, slug }), this.texts.kind(point));
    const icon = L.divIcon({
      className: kinds.join(' ').trim(),
      html: drawGlyph(glyphOf(service_types)) as unknown as HTMLElement,
      iconSize: [44, 44],
    });
    const title = `${name}: ${this.texts.kind(point)}`;
    L.marker([latitude, longitude], { icon, title, keyboard: false, zIndexOffset: -1000 })
      .bindPopup(popup)
      .addTo(this.layer);
  }

  // Those of the list have pins of their own.
  private drawCluster({ latitude, longitude, count, bounds }: MapCluster): void {
    const [west, south, east, north] = bounds;
    const box = L.latLngBounds([south, west], [north, east]);
    const inList = this.listed.filter(({ location }) => {
      const { latitude: lat, longitude: lon } = location ?? {};
      return typeof lat === 'number' && typeof lon === 'number' && box.contains([lat, lon]);
    });
    const others = count - inList.length;
    if (others <= 0) return;
    const text = document.createElement('span');
    text.textContent = this.texts.cluster(others);
    const mark = L.marker([latitude, longitude], {
      icon: L.divIcon({
        className: 'cluster',
        html: text,
        iconSize: [44, 44],
        iconAnchor: inList.length > 0 ? BESIDE_A_PIN : [22, 22],
      }),
      keyboard: false,
      zIndexOffset: -1000,
    });
    mark.addTo(this.layer);
    if (southWestIsNorthEast(bounds)) this.fanOut(mark, bounds);
    else mark.on('click', () => this.map.fitBounds(box.pad(0.2)));
  }

  // However near one looks, these stay at one point: their names are given instead.
  private fanOut(mark: L.Marker, bounds: MapCluster['bounds']): void {
    mark.on('click', async () => {
      const listings = (await this.data?.listings(widened(bounds))) ?? [];
      const list = document.createElement('ul');
      list.className = 'pin-choices';
      for (const listing of listings) {
        const item = document.createElement('li');
        item.append(this.linkTo(listing));
        list.append(item);
      }
      L.popup({ maxHeight: 260 }, mark)
        .setLatLng(mark.getLatLng())
        .setContent(list)
        .openOn(this.map);
    });
  }

  private linkTo({ name, slug }: Pick<Listing, 'name' | 'slug'>): HTMLElement {
    const link = document.createElement('a');
    link.href = this.texts.link(slug);
    link.textContent = name;
    link.className = 'pin-choice';
    link.dir = 'auto';
    return link;
  }
}

/** A point has no inside: a box of some metres around it. */
function widened([west, south, east, north]: MapCluster['bounds']): string {
  const [less, more] = [-SAME_POINT_DEGREES, SAME_POINT_DEGREES];
  return [west + less, south + less, east + more, north + more].join(',');
}

function southWestIsNorthEast([west, south, east, north]: MapCluster['bounds']): boolean {
  return east - west < SAME_POINT_DEGREES && north - south < SAME_POINT_DEGREES;
}
