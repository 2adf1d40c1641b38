import type { PlaceRecord } from './place-record.ts';
import { subdivisions } from './subdivisions.ts';

/** Returns each state as a place at its center of population, the weighted mean of its towns. */
export function regionCenters(towns: PlaceRecord[]): PlaceRecord[] {
  return subdivisions.flatMap(({ code, names }) => {
    const inside = towns.filter(({ region, population }) => region === code && population);
    const people = inside.reduce((sum, { population }) => sum + (population ?? 0), 0);
    if (people === 0) return [];
    const mean = (of: (town: PlaceRecord) => number) =>
      inside.reduce((sum, town) => sum + of(town) * (town.population ?? 0), 0) / people;
    return [
      {
        id: code,
        kind: 'region' as const,
        name: names.en,
        region: code,
        country: code.slice(0, 2),
        population: people,
        longitude: mean(({ longitude }) => longitude),
        latitude: mean(({ latitude }) => latitude),
      },
    ];
  });
}
