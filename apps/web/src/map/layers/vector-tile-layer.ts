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
/** Shapes are so fine that a tile of them covers four on the screen. */
const LEVELS_COARSER = 1;
const LABELLED_TILES = 16;
/** What is drawn at an edge reaches into the next tile. */
const OVERLAP_PIXELS = 16;
/** Finer than this costs memory on a phone, and nobody sees it. */
const MAX_DENSITY = 2;

interface Drawn {
  coords: L.Coords;
  canvas: HTMLCanvasElement;
  prepared: Map<string, PreparedTile[]>;
}

/** Draws the shapes of a Protomaps basemap, with names in the reader's language where there are some. */
export class VectorTileLayer extends L.GridLayer {
  private readonly flavor = namedFlavor(
    matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light',
  );
  private readonly rules = paintRules(this.flavor);
  private readonly drawn = new Map<string, Drawn>();
  private readonly view: View;
  private readonly labelers: Labelers;

  constructor(options: L.GridLayerOptions, mostTileZoom: number, language: Language) {
    super(options);
    const tiles = new TileCache(ourTiles(), TILE_PIXELS << LEVELS_COARSER);
    this.view = new View(tiles, mostTileZoom, LEVELS_COARSER);
    const scratch = contextOf(document.createElement('canvas'));
    const rules = labelRules(this.flavor, language);
    this.labelers = new Labelers(scratch, rules, LABELLED_TILES, (keys) => {
      // A name of a tile beside it reaches into these.
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
      // It is left out, and the base map is seen there.
      (error) => done(error, canvas),
    );
    return canvas;
  }

  private draw(drawn: Drawn | undefined): void {
    if (!drawn) return;
    const { coords, canvas, prepared } = drawn;
    const density = Math.min(MAX_DENSITY, devicePixelRatio);
    canvas.width = TILE_PIXELS * density;
    canvas.height = TILE_PIXELS * density;
    const context = contextOf(canvas);
    context.scale(density, density);
    context.fillStyle = this.flavor.background;
    context.fillRect(0, 0, TILE_PIXELS, TILE_PIXELS);
    // The library has a class of points of its own, and reads nothing of it but x and y.
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

/** The library asks a PMTiles file; here our server does that. */
function ourTiles(): PmtilesSource {
  const file = {
    getZxy: async (z: number, x: number, y: number, signal: AbortSignal) => {
      const answer = await fetch(L.Util.template(TILE_ADDRESS, { z, x, y }), { signal });
      if (answer.status !== 200) throw new Error(`There are no streets here: ${answer.status}`);
      return { data: await answer.arrayBuffer() };
    },
  };
  return new PmtilesSource(file as unknown as ConstructorParameters<typeof PmtilesSource>[0], true);
}

/** As the library names tiles. */
const keyOf = ({ x, y, z }: L.Coords): string => `${x}:${y}:${z}`;

function contextOf(canvas: HTMLCanvasElement): CanvasRenderingContext2D {
  const context = canvas.getContext('2d');
  if (!context) throw new Error('This browser draws nothing.');
  return context;
}
