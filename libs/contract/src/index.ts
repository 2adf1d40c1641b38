export * from './codes.ts';
export * from './directory.ts';
export * from './fold-place-name.ts';
export * from './freshness.ts';
export * from './listing.ts';
export * from './map.ts';
export * from './problem.ts';
export * from './snapshot.ts';
