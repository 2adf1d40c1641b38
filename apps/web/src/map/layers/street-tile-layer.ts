import * as L from 'leaflet';
import { type TileOffer, TILE_ADDRESS } from '#contract';
import type { Language } from '../../i18n/languages.ts';

const CLOSEST_ZOOM = 17;
/** Above the base map, which is a canvas in the same pane. */
const ABOVE_BASE_MAP = 150;

/** Streets above the base map, which stays to be seen where they do not come. */
export class StreetTileLayer {
  private layer: L.GridLayer | null = null;
  private shown: TileOffer | null = null;

  /**
   * @param closestZoom of the map without streets
   * @param language of the names, where the map has them in it
   */
  constructor(
    private readonly map: L.Map,
    private readonly closestZoom: number,
    private readonly language: Language,
  ) {}

  /** @param offer null shows none */
  show(offer: TileOffer | null): void {
    if (offer === this.shown) return;
    this.shown = offer;
    this.layer?.remove();
    this.layer = null;
    this.map.setMaxZoom(offer ? CLOSEST_ZOOM : this.closestZoom);
    if (offer?.kind === 'pictures') this.add(L.tileLayer(TILE_ADDRESS, picturesOf(offer)));
    if (offer?.kind === 'shapes') this.addShapes(offer);
  }

  /** The map was removed. */
  destroy(): void {
    this.shown = null;
  }

  private add(layer: L.GridLayer): void {
    this.layer = layer.addTo(this.map);
  }

  private addShapes(offer: TileOffer): void {
    import('./vector-tile-layer.ts').then(
      ({ VectorTileLayer }) => {
        if (this.shown !== offer) return;
        this.add(new VectorTileLayer(optionsOf(offer), offer.mostTileZoom, this.language));
      },
      () => {
        // The base map is there without streets.
      },
    );
  }
}

function picturesOf(offer: TileOffer): L.TileLayerOptions {
  return { ...optionsOf(offer), maxNativeZoom: offer.mostTileZoom };
}

function optionsOf({ kind, attribution, leastZoom, bounds }: TileOffer): L.GridLayerOptions {
  const [west, south, east, north] = bounds;
  return {
    className: `streets ${kind}`,
    attribution: isolatedText(attribution),
    bounds: L.latLngBounds([south, west], [north, east]),
    minZoom: leastZoom,
    maxZoom: CLOSEST_ZOOM,
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
