export { gazetteerPlaces } from './gazetteer/gazetteer-places.ts';
export { namesOf } from './gazetteer/place-names.ts';
export { type PlaceQuestion, readPlaceQuestion } from './gazetteer/place-query.ts';
export type { PlaceRecord } from './gazetteer/place-record.ts';
export { subdivisions } from './gazetteer/subdivisions.ts';
export { type BoundingBox, longitudeSpans, parseBoundingBox } from './geometry/bounding-box.ts';
export { type Geocentric, geocentric, straightDistance } from './geometry/geocentric.ts';
export { type Geodesic, geodesic } from './geometry/geodesic.ts';
export { leastGroundDistance } from './geometry/geodesic-order.ts';
export {
  CELLS_PER_TILE,
  cellsAcross,
  type GridTile,
  tilesAcross,
  tilesOf,
} from './geometry/map-grid.ts';
export { meaningfulDegrees, type Point } from './geometry/point.ts';
export { fromMapFraction, toMapFraction } from './geometry/web-mercator.ts';
