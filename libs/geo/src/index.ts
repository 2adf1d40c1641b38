export { type BoundingBox, longitudeSpans, parseBoundingBox } from './bounding-box.ts';
export { foldPlaceName } from './gazetteer/fold-place-name.ts';
export { loadGazetteer } from './gazetteer/gazetteer.loader.ts';
export { PlaceRepository, type Town } from './gazetteer/place.repository.ts';
export { subdivisions } from './gazetteer/subdivisions.ts';
export { geocentric } from './geocentric.ts';
export { leastGroundDistance } from './geodesic-order.ts';
export { meaningfulDegrees, type Point } from './point.ts';
export { fromMapFraction, toMapFraction } from './web-mercator.ts';
