import * as L from 'leaflet';
import { loadTowns, type Town } from './towns.ts';

/** Lines as `tools/build-basemap.mjs` writes them. */
interface Layer {
  /** Steps to a degree. */
  perDegree: number;
  /** Each as the steps from point to point: east, north, east, north ... the first from 0, 0. */
  lines: number[][];
}

type Shapes = Record<'land' | 'lakes' | 'rivers' | 'borders' | 'states', Layer>;

/** At each zoom, the least people a town must have for its name to be written. */
const MIN_PEOPLE = [
  [5, 1_000_000],
  [6, 400_000],
  [7, 150_000],
  [8, 50_000],
  [9, 15_000],
] as const;
const LABEL_CELL_PIXELS = 90;
const ZOOM_FOR_EVERY_TOWN = 10;

/** Land, water, borders, state lines and towns from our own files: no tile is asked of anybody. */
export class BaseMap {
  private towns: Town[] = [];
  private readonly labels = L.layerGroup();
  private readonly renderer = L.canvas({ padding: 0.5, pane: 'tilePane' });

  constructor(private readonly map: L.Map) {
    this.labels.addTo(map);
    map.on('moveend', () => this.writeTowns());
  }

  /** Loads and draws everything; a map without it still shows the pins. */
  async load(signal: AbortSignal): Promise<void> {
    const [shapes, towns] = await Promise.all([loadShapes(signal), loadTowns(signal)]);
    if (signal.aborted) return;
    this.towns = towns;
    this.draw(shapes);
    this.writeTowns();
  }

  private draw({ land, lakes, rivers, borders, states }: Shapes): void {
    this.fill(land, '--map-land');
    this.fill(lakes, '--map-sea');
    this.stroke(rivers, '--map-sea', 2);
    this.stroke(states, '--map-line', 1);
    this.stroke(borders, '--map-border', 2);
  }

  // Islands and lakes within lakes come out right because a ring within a ring is a hole in it.
  private fill(layer: Layer, colour: string): void {
    const rings = latLngsOf(layer);
    const style = { stroke: false, fillColor: this.colour(colour), fillOpacity: 1 };
    L.polygon(rings, { ...style, renderer: this.renderer, interactive: false }).addTo(this.map);
  }

  private stroke(layer: Layer, colour: string, weight: number): void {
    const style = { color: this.colour(colour), weight };
    const options = { ...style, renderer: this.renderer, interactive: false };
    L.polyline(latLngsOf(layer), options).addTo(this.map);
  }

  private colour(name: string): string {
    return getComputedStyle(this.map.getContainer()).getPropertyValue(name).trim();
  }

  // The biggest town of each cell of the window gets its name: names never cover one another.
  private writeTowns(): void {
    this.labels.clearLayers();
    const zoom = this.map.getZoom();
    const least = zoom >= ZOOM_FOR_EVERY_TOWN ? 0 : (MIN_PEOPLE.find(([z]) => zoom <= z)?.[1] ?? 0);
    const window = this.map.getBounds();
    const taken = new Set<string>();
    for (const { name, longitude, latitude, population } of this.towns) {
      if (population < least) break;
      const at = L.latLng(latitude, longitude);
      if (!window.contains(at)) continue;
      const { x, y } = this.map.latLngToContainerPoint(at);
      const cell = `${Math.round(x / LABEL_CELL_PIXELS)},${Math.round(y / (LABEL_CELL_PIXELS / 3))}`;
      if (taken.has(cell)) continue;
      taken.add(cell);
      L.marker(at, {
        icon: townIcon(name),
        interactive: false,
        keyboard: false,
        pane: 'shadowPane',
      }).addTo(this.labels);
    }
  }
}

function townIcon(name: string): L.DivIcon {
  const label = document.createElement('span');
  label.textContent = name;
  return L.divIcon({ className: 'town', html: label, iconSize: [8, 8] });
}

function latLngsOf({ perDegree, lines }: Layer): L.LatLng[][] {
  return lines.map((steps) => {
    const points: L.LatLng[] = [];
    let [x, y] = [0, 0];
    for (let at = 0; at < steps.length; at += 2) {
      x += steps[at] as number;
      y += steps[at + 1] as number;
      points.push(L.latLng(y / perDegree, x / perDegree));
    }
    return points;
  });
}

async function loadShapes(signal: AbortSignal): Promise<Shapes> {
  const response = await fetch('/basemap/shapes.json', { signal });
  if (!response.ok) throw new Error(`The base map could not be loaded: ${response.status}`);
  return (await response.json()) as Shapes;
}
