export { type BoundingBox, longitudeSpans, parseBoundingBox } from './bounding-box.ts';
export { loadGazetteer } from './gazetteer/gazetteer.loader.ts';
export { PlaceRepository, type Town } from './gazetteer/place.repository.ts';
export { subdivisions } from './gazetteer/subdivisions.ts';
export { type Geocentric, geocentric, straightDistance } from './geocentric.ts';
export { type Geodesic, geodesic } from './geodesic.ts';
export { leastGroundDistance } from './geodesic-order.ts';
export {
  CELLS_PER_TILE,
  cellsAcross,
  type GridTile,
  tilesAcross,
  tilesOf,
} from './map-grid.ts';
export { meaningfulDegrees, type Point } from './point.ts';
export { fromMapFraction, toMapFraction } from './web-mercator.ts';
