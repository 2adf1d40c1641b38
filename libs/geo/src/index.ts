export { loadGazetteer } from '../../directory/src/place/gazetteer.loader.ts';
export { PlaceRepository, type Town } from '../../directory/src/place/place.repository.ts';
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
