import * as L from 'leaflet';
import { loadTowns, type Town } from './towns.ts';

/** Lines in the format of `tools/build-basemap.mjs`. */
interface Layer {
  /** Units per degree. */
  perDegree: number;
  /** Each line as deltas from point to point: east, north, east, north ... starting at 0, 0. */
  lines: number[][];
}

type Shapes = Record<'land' | 'lakes' | 'rivers' | 'borders' | 'states', Layer>;

/** The minimum population of labeled towns by zoom. */
const MIN_POPULATION = [
  [5, 1_000_000],
  [6, 400_000],
  [7, 150_000],
  [8, 50_000],
  [9, 15_000],
] as const;
const LABEL_CELL_PIXELS = 90;
const ALL_TOWNS_ZOOM = 10;

/** Draws land, water, borders, state lines and towns from our own files, without tiles. */
export class BaseMap {
  private towns: Town[] = [];
  private readonly labels = L.layerGroup();
  private readonly renderer = L.canvas({ padding: 0.5, pane: 'tilePane' });

  constructor(private readonly map: L.Map) {
    this.labels.addTo(map);
    map.on('moveend', () => this.drawTownLabels());
  }

  /** Loads and draws everything; the map also works without it. */
  async load(signal: AbortSignal): Promise<void> {
    const [shapes, towns] = await Promise.all([loadShapes(signal), loadTowns(signal)]);
    if (signal.aborted) return;
    this.towns = towns;
    this.draw(shapes);
    this.drawTownLabels();
  }

  private draw({ land, lakes, rivers, borders, states }: Shapes): void {
    this.fill(land, '--map-land');
    this.fill(lakes, '--map-sea');
    this.stroke(rivers, '--map-sea', 2);
    this.stroke(states, '--map-line', 1);
    this.stroke(borders, '--map-border', 2);
  }

  // Islands and lakes within lakes are drawn correctly, because a ring within a ring is a hole.
  private fill(layer: Layer, variable: string): void {
    const rings = latLngsOf(layer);
    const style = { stroke: false, fillColor: this.color(variable), fillOpacity: 1 };
    L.polygon(rings, { ...style, renderer: this.renderer, interactive: false }).addTo(this.map);
  }

  private stroke(layer: Layer, variable: string, weight: number): void {
    const style = { color: this.color(variable), weight };
    const options = { ...style, renderer: this.renderer, interactive: false };
    L.polyline(latLngsOf(layer), options).addTo(this.map);
  }

  private color(name: string): string {
    return getComputedStyle(this.map.getContainer()).getPropertyValue(name).trim();
  }

  // Only the largest town of each grid cell is labeled, so that labels do not overlap.
  private drawTownLabels(): void {
    this.labels.clearLayers();
    const zoom = this.map.getZoom();
    const minPopulation =
      zoom >= ALL_TOWNS_ZOOM ? 0 : (MIN_POPULATION.find(([z]) => zoom <= z)?.[1] ?? 0);
    const visible = this.map.getBounds();
    const taken = new Set<string>();
    for (const { name, longitude, latitude, population } of this.towns) {
      if (population < minPopulation) break;
      const at = L.latLng(latitude, longitude);
      if (!visible.contains(at)) continue;
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
