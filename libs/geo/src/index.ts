export { countryNames } from './gazetteer/countries.ts';
export { gazetteerPlaces } from './gazetteer/gazetteer-places.ts';
export { namesOf } from './gazetteer/place-names.ts';
export type { PlaceRecord } from './gazetteer/place-record.ts';
export { stateNames } from './gazetteer/state-names.ts';
export { subdivisions } from './gazetteer/subdivisions.ts';
export { type BoundingBox, longitudeSpans, parseBoundingBox } from './geometry/bounding-box.ts';
export { chordDistance, type Geocentric, geocentric } from './geometry/geocentric.ts';
export { type Geodesic, geodesic } from './geometry/geodesic.ts';
export { minimumGroundDistance } from './geometry/geodesic-order.ts';
export {
  cellsAcross,
  type GridTile,
  tilesAcross,
  tilesOf,
} from './geometry/map-grid.ts';
export { type Point, roundDegrees } from './geometry/point.ts';
export { fromMapFraction, type MapFraction, toMapFraction } from './geometry/web-mercator.ts';
export { distanceToRegion, regionOfPoint } from './regions/region-of-point.ts';
