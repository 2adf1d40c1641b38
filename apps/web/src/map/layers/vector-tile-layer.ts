import { namedFlavor } from '@protomaps/basemaps';
import * as L from 'leaflet';
import {
  Labelers,
  labelRules,
  PmtilesSource,
  type PreparedTile,
  paint,
  paintRules,
  TileCache,
  View,
} from 'protomaps-leaflet';
import { TILE_ADDRESS } from '#contract';
import type { Language } from '../../i18n/languages.ts';

const TILE_PIXELS = 256;
/** Vector tiles are detailed enough for one tile to cover four on the screen. */
const LEVEL_DIFFERENCE = 1;
const MAX_LABELED_TILES = 16;
/** Features drawn at an edge extend into the next tile. */
const OVERLAP_PIXELS = 16;
/** A higher density uses more memory on phones without a visible difference. */
const MAX_DENSITY = 2;

interface DrawnTile {
  coords: L.Coords;
  canvas: HTMLCanvasElement;
  prepared: Map<string, PreparedTile[]>;
}

/**
 * Draws vector tiles of a Protomaps basemap, with labels in the visitor's language if available.
 */
export class VectorTileLayer extends L.GridLayer {
  private readonly flavor = namedFlavor(
    matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light',
  );
  private readonly rules = paintRules(this.flavor);
  private readonly drawn = new Map<string, DrawnTile>();
  private readonly view: View;
  private readonly labelers: Labelers;

  constructor(options: L.GridLayerOptions, maxTileZoom: number, language: Language) {
    super(options);
    const tiles = new TileCache(serverTiles(), TILE_PIXELS << LEVEL_DIFFERENCE);
    this.view = new View(tiles, maxTileZoom, LEVEL_DIFFERENCE);
    const scratch = contextOf(document.createElement('canvas'));
    const rules = labelRules(this.flavor, language);
    this.labelers = new Labelers(scratch, rules, MAX_LABELED_TILES, (keys) => {
      // A label of an adjacent tile extends into these tiles.
      for (const key of keys) this.draw(this.drawn.get(key));
    });
    this.on('tileunload', ({ coords }) => this.drawn.delete(keyOf(coords)));
  }

  protected override createTile(coords: L.Coords, done: L.DoneCallback): HTMLElement {
    const canvas = document.createElement('canvas');
    this.view.getDisplayTile(coords).then(
      (tile) => {
        const prepared = new Map([['', [tile]]]);
        const drawn = { coords, canvas, prepared };
        this.drawn.set(keyOf(coords), drawn);
        this.labelers.add(coords.z, prepared);
        this.draw(drawn);
        done(undefined, canvas);
      },
      // The tile is omitted, and the base map is visible there.
      (error) => done(error, canvas),
    );
    return canvas;
  }

  private draw(drawn: DrawnTile | undefined): void {
    if (!drawn) return;
    const { coords, canvas, prepared } = drawn;
    const density = Math.min(MAX_DENSITY, devicePixelRatio);
    canvas.width = TILE_PIXELS * density;
    canvas.height = TILE_PIXELS * density;
    const context = contextOf(canvas);
    context.scale(density, density);
    context.fillStyle = this.flavor.background;
    context.fillRect(0, 0, TILE_PIXELS, TILE_PIXELS);
    // The library has its own class of points, but only reads x and y.
    const origin = coords.multiplyBy(TILE_PIXELS) as unknown as Parameters<typeof paint>[6];
    const box = {
      minX: origin.x - OVERLAP_PIXELS,
      minY: origin.y - OVERLAP_PIXELS,
      maxX: origin.x + TILE_PIXELS + OVERLAP_PIXELS,
      maxY: origin.y + TILE_PIXELS + OVERLAP_PIXELS,
    };
    const labels = this.labelers.getIndex(coords.z) ?? null;
    paint(context, coords.z, prepared, labels, this.rules, box, origin, false, '');
  }
}

/** Adapts our server's tiles to the library, which expects a PMTiles file. */
function serverTiles(): PmtilesSource {
  const file = {
    getZxy: async (z: number, x: number, y: number, signal: AbortSignal) => {
      const response = await fetch(L.Util.template(TILE_ADDRESS, { z, x, y }), { signal });
      if (response.status !== 200) throw new Error(`There are no streets here: ${response.status}`);
      return { data: await response.arrayBuffer() };
    },
  };
  return new PmtilesSource(file as unknown as ConstructorParameters<typeof PmtilesSource>[0], true);
}

/** Returns the tile key format of the library. */
const keyOf = ({ x, y, z }: L.Coords): string => `${x}:${y}:${z}`;

function contextOf(canvas: HTMLCanvasElement): CanvasRenderingContext2D {
  const context = canvas.getContext('2d');
  if (!context) throw new Error('This browser draws nothing.');
  return context;
}
