import * as L from 'leaflet';
import { TILE_ADDRESS, type TileOffer } from '#contract';
import type { Language } from '../../i18n/languages.ts';

const MAX_ZOOM = 17;
/** Above the base map, which is a canvas in the same pane. */
const Z_INDEX = 150;

/** Shows streets above the base map, which remains visible where tiles are missing. */
export class StreetTileLayer {
  private layer: L.GridLayer | null = null;
  private shown: TileOffer | null = null;

  /**
   * @param maxZoom of the map without streets
   * @param language of the labels of vector tiles
   */
  constructor(
    private readonly map: L.Map,
    private readonly maxZoom: number,
    private readonly language: Language,
  ) {}

  /** @param offer null hides the streets */
  show(offer: TileOffer | null): void {
    if (offer === this.shown) return;
    this.shown = offer;
    this.layer?.remove();
    this.layer = null;
    this.map.setMaxZoom(offer ? MAX_ZOOM : this.maxZoom);
    if (offer?.kind === 'pictures') this.add(L.tileLayer(TILE_ADDRESS, rasterOptionsOf(offer)));
    if (offer?.kind === 'shapes') this.addVectorTiles(offer);
  }

  /** Call it when the map is removed. */
  destroy(): void {
    this.shown = null;
  }

  private add(layer: L.GridLayer): void {
    this.layer = layer.addTo(this.map);
  }

  private addVectorTiles(offer: TileOffer): void {
    import('./vector-tile-layer.ts').then(
      ({ VectorTileLayer }) => {
        if (this.shown !== offer) return;
        this.add(new VectorTileLayer(optionsOf(offer), offer.mostTileZoom, this.language));
      },
      () => {
        // The base map works without streets.
      },
    );
  }
}

function rasterOptionsOf(offer: TileOffer): L.TileLayerOptions {
  return { ...optionsOf(offer), maxNativeZoom: offer.mostTileZoom };
}

function optionsOf({ kind, attribution, leastZoom, bounds }: TileOffer): L.GridLayerOptions {
  const [west, south, east, north] = bounds;
  return {
    className: `streets ${kind}`,
    attribution: isolatedText(attribution),
    bounds: L.latLngBounds([south, west], [north, east]),
    minZoom: leastZoom,
    maxZoom: MAX_ZOOM,
    zIndex: Z_INDEX,
    // Tiles beyond the visible area cost data, and most are never looked at.
    keepBuffer: 1,
  };
}

/** Converts text of any direction to HTML, which Leaflet expects. */
function isolatedText(text: string): string {
  const isolated = document.createElement('bdi');
  isolated.textContent = text;
  return isolated.outerHTML;
}
