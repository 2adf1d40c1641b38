export interface Town {
  name: string;
  /** Degrees, WGS 84. */
  longitude: number;
  latitude: number;
  population: number;
  /** Code of its state, `US-TX`; null if unknown. */
  region: string | null;
}

/** The format of `tools/build-basemap.mjs`: columns by state, which compress best. */
interface PackedTowns {
  perDegree: number;
  states: [
    region: string | null,
    names: string[],
    longitudes: number[],
    latitudes: number[],
    populations: number[],
  ][];
}

/** Loads the towns of the base map, largest first. */
export async function loadTowns(signal?: AbortSignal): Promise<Town[]> {
  const response = await fetch('/basemap/towns.json', signal ? { signal } : {});
  if (!response.ok) throw new Error(`The towns could not be loaded: ${response.status}`);
  const { perDegree, states } = (await response.json()) as PackedTowns;
  const towns = states.flatMap(([region, names, longitudes, latitudes, populations]) =>
    names.map((name, index) => ({
      name,
      longitude: (longitudes[index] as number) / perDegree,
      latitude: (latitudes[index] as number) / perDegree,
      population: populations[index] as number,
      region,
    })),
  );
  return towns.sort((a, b) => b.population - a.population);
}
