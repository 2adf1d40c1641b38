import { foldPlaceName, type Place, type Region, type RegionCode } from '#contract';
import { type NamedPlace, PlaceWords } from '#rules';
import { loadTowns } from '../../../map/layers/towns.ts';

/** The places that a device knows, and the names of states and countries. */
export interface KnownPlaces {
  places: NamedPlace[];
  words: PlaceWords;
}

/** The format of `tools/build-basemap.mjs`: columns by kind and state, which compress best. */
interface PackedPlaces {
  perDegree: number;
  regionNames: [code: RegionCode, names: string[]][];
  countryNames: [code: string, names: string[]][];
  groups: [
    kind: Place['kind'],
    region: RegionCode | null,
    country: string,
    names: string[],
    longitudes: number[],
    latitudes: number[],
    populations: (number | null)[],
    /** By index. */
    otherNames: Record<string, string[]>,
  ][];
}

/** Loads the places that are cached from the second visit on; before, the towns of the base map. */
export async function loadNamedPlaces(regions: Region[]): Promise<KnownPlaces> {
  try {
    const response = await fetch('/basemap/places.json');
    if (response.ok) return unpackPlaces((await response.json()) as PackedPlaces);
  } catch {
    // It is not cached yet.
  }
  return await townsAlone(regions);
}

/** @internal A test reads the file without a server. */
export function unpackPlaces(packed: PackedPlaces): KnownPlaces {
  const regionNames = new Map(packed.regionNames);
  const countryNames = new Map(packed.countryNames);
  const listed = new Map<string, string[]>([...regionNames, ...countryNames]);
  const englishName = new Map(
    packed.groups
      .filter(([kind]) => kind === 'region')
      .map(([, region, , names]) => [region, names[0] as string]),
  );
  const places = packed.groups.flatMap(([kind, region, country, names, ...columns]) =>
    names.map((name, index): NamedPlace => {
      const [longitudes, latitudes, populations, otherNames] = columns;
      const place: Place = {
        id: `${kind}:${region ?? country}:${name}:${longitudes[index]}:${latitudes[index]}`,
        kind,
        name,
        region,
        region_name: region && (englishName.get(region) ?? null),
        country,
        longitude: (longitudes[index] as number) / packed.perDegree,
        latitude: (latitudes[index] as number) / packed.perDegree,
        population: populations[index] ?? null,
      };
      const isListed = kind === 'region' || kind === 'country';
      const others = isListed ? listed.get(region ?? country) : otherNames[index];
      const own = kind === 'postal_code' ? name.slice(0, 5) : foldPlaceName(name);
      return { place, names: isListed ? (others ?? [own]) : [own, ...(others ?? [])] };
    }),
  );
  return { places, words: new PlaceWords(regionNames, countryNames) };
}

async function townsAlone(regions: Region[]): Promise<KnownPlaces> {
  const states = regions.filter(({ kind }) => kind === 'state');
  const words = new PlaceWords(
    new Map(
      states.map(({ code, names }) => [
        code as RegionCode,
        [...Object.values(names), code.slice(3)].map(foldPlaceName),
      ]),
    ),
    new Map([
      ['US', ['us', 'usa', 'ee uu', 'united states', 'estados unidos']],
      ['MX', ['mx', 'mexico']],
    ]),
  );
  const places = (await loadTowns()).map(({ name, region: code, ...town }): NamedPlace => {
    const region = states.find((known) => known.code === code);
    const place: Place = {
      ...town,
      id: `town:${name}:${town.longitude}:${town.latitude}`,
      kind: 'city',
      name,
      region: code as Place['region'],
      region_name: region?.names.en ?? code?.slice(3) ?? null,
      country: code?.slice(0, 2) ?? '',
    };
    const full = foldPlaceName(name);
    return { place, names: [...new Set([full, full.replace(/^ciudad /, '')])] };
  });
  return { places, words };
}
