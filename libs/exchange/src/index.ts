export { type FeatureText, featureCollectionText, featureText } from './geojson.ts';
