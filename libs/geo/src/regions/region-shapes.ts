import { createRequire } from 'node:module';
import { feature } from 'topojson-client';
import type { RegionCode } from '#contract';
import { subdivisions } from '../gazetteer/subdivisions.ts';
import type { Point } from '../geometry/point.ts';

/** Longitude and latitude of its corners; the last is the first. */
type Ring = number[][];

/** A state: every ring of it, those of its holes too. */
export interface RegionShape {
  code: RegionCode;
  rings: Ring[];
  /** The latitudes between which it lies. */
  south: number;
  north: number;
}

type Topology = Parameters<typeof feature>[0];

/** GeoJSON of states. */
interface States {
  features: {
    properties: { name: string };
    geometry:
      | { type: 'Polygon'; coordinates: Ring[] }
      | { type: 'MultiPolygon'; coordinates: Ring[][] };
  }[];
}

const require = createRequire(import.meta.url);

/** Names of Natural Earth that are not ours. */
const MEXICAN_NAMES: Record<string, string> = {
  'Distrito Federal': 'Mexico City',
  México: 'State of Mexico',
};

let shapes: RegionShape[] | undefined;

/**
 * Returns the states of the United States (U.S. Census Bureau, good to some hundred meters) and of
 * Mexico (Natural Earth, good to some kilometers). They are read when they are needed first.
 */
export function regionShapes(): RegionShape[] {
  shapes ??= [
    ...shapesOf(require('us-atlas/states-10m.json'), 'states', 'US-'),
    ...shapesOf(require('#mexico-states'), 'mex', 'MX-'),
  ];
  return shapes;
}

/** Returns whether a point is within a state. */
export function isWithin({ longitude, latitude }: Point, shape: RegionShape): boolean {
  if (latitude < shape.south || latitude > shape.north) return false;
  // Even-odd rule: a line to the west crosses the rings an odd number of times.
  let isInside = false;
  for (const ring of shape.rings) {
    for (let at = 1; at < ring.length; at++) {
      const [x1, y1] = ring[at - 1] as [number, number];
      const [x2, y2] = ring[at] as [number, number];
      if (y1 > latitude === y2 > latitude) continue;
      if (longitude < x1 + ((latitude - y1) * (x2 - x1)) / (y2 - y1)) isInside = !isInside;
    }
  }
  return isInside;
}

function shapesOf(topology: Topology, object: string, prefix: string): RegionShape[] {
  const codes = new Map(
    subdivisions
      .filter(({ code }) => code.startsWith(prefix))
      .map(({ code, names }) => [names.en, code]),
  );
  const { features } = feature(topology, object) as unknown as States;
  return features.flatMap(({ properties: { name }, geometry: { type, coordinates } }) => {
    const code = codes.get(MEXICAN_NAMES[name] ?? name);
    if (!code) return [];
    const rings = type === 'Polygon' ? coordinates : coordinates.flat();
    const latitudes = rings.flat().map(([, latitude]) => latitude as number);
    return [{ code, rings, south: least(latitudes), north: -least(latitudes.map((one) => -one)) }];
  });
}

// Math.min takes as many arguments as the call stack has room for.
function least(numbers: number[]): number {
  return numbers.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
}
