import type { PlaceRecord } from './place-record.ts';
import { postalCodes } from './postal-codes.ts';
import { regionCenters } from './region-centers.ts';

/** Returns all places of the gazetteer: towns, postal codes and states, each id once. */
export async function gazetteerPlaces(): Promise<PlaceRecord[]> {
  // Imported on demand: the package holds all towns of the world in memory once it is loaded.
  const { towns } = await import('./geonames-towns.ts');
  const cities = towns();
  const unique = new Map(
    [...cities, ...postalCodes(), ...regionCenters(cities)].map((place) => [place.id, place]),
  );
  return [...unique.values()];
}
