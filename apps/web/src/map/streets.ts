import * as L from 'leaflet';
import { type StreetsOffer, TILE_ADDRESS } from '#contract';

const CLOSEST_ZOOM = 17;
/** Above the base map, which is a canvas in the same pane. */
const ABOVE_BASE_MAP = 150;

/** Streets above the base map, which stays to be seen where they do not come. */
export class Streets {
  private layer: L.GridLayer | null = null;
  private shown: StreetsOffer | null = null;

  /** @param closestZoom of the map without streets */
  constructor(
    private readonly map: L.Map,
    private readonly closestZoom: number,
  ) {}

  /** @param offer null shows none */
  show(offer: StreetsOffer | null): void {
    if (offer === this.shown) return;
    this.shown = offer;
    this.layer?.remove();
    this.layer = null;
    this.map.setMaxZoom(offer ? CLOSEST_ZOOM : this.closestZoom);
    if (offer) this.add(L.tileLayer(TILE_ADDRESS, optionsOf(offer)));
  }

  private add(layer: L.GridLayer): void {
    this.layer = layer.addTo(this.map);
  }
}

function optionsOf({ kind, attribution, leastZoom, mostTileZoom, bounds }: StreetsOffer) {
  const [west, south, east, north] = bounds;
  return {
    className: `streets ${kind}`,
    attribution: isolatedText(attribution),
    bounds: L.latLngBounds([south, west], [north, east]),
    minZoom: leastZoom,
    maxZoom: CLOSEST_ZOOM,
    maxNativeZoom: mostTileZoom,
    zIndex: ABOVE_BASE_MAP,
    // Every row beyond the window is paid for, and most are never looked at.
    keepBuffer: 1,
  };
}

/** Leaflet takes HTML; this is text, in whatever direction its script runs. */
function isolatedText(text: string): string {
  const isolated = document.createElement('bdi');
  isolated.textContent = text;
  return isolated.outerHTML;
}
