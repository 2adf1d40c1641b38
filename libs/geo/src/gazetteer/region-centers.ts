import type { PlaceRecord } from './place-record.ts';
import { subdivisions } from './subdivisions.ts';

/** Each state as a place: its point is the centre of its people, the mean of its towns by population. */
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
