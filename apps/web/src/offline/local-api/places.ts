import { borderSide, foldPlaceName, type Place, type Region } from '#contract';
import type { Town } from '../../map/layers/towns.ts';
import type { Position } from './ground-distance.ts';
import { distanceAndBearing } from './ground-distance.ts';
import type { Surroundings } from './surroundings.ts';

const MAX_PLACES = 7;

/** Finds places by name, `El Paso` or `El Paso, Texas`: exact names first, then by population. */
export function searchPlaces(text: string, towns: Town[], regions: Region[]): Place[] {
  const [name = '', region = ''] = text.split(',').map(foldPlaceName);
  if (name === '') return [];
  const matches = towns.filter(
    (town) => foldPlaceName(town.name).startsWith(name) && isRegion(town.region, region, regions),
  );
  const exact = matches.filter((town) => foldPlaceName(town.name) === name);
  return [...exact, ...matches.filter((town) => !exact.includes(town))]
    .slice(0, MAX_PLACES)
    .map((town) => asPlace(town, regions));
}

/**
 * Returns the state of a position: that of the nearest town in its country.
 */
export function regionAt(at: Position, { towns, border }: Surroundings): string | null {
  const country = border && borderSide(border, at);
  let nearest: { region: string | null; meters: number } | null = null;
  for (const { longitude, latitude, region } of towns) {
    if (Math.abs(latitude - at.latitude) > 3 || Math.abs(longitude - at.longitude) > 3) continue;
    if (country && !region?.startsWith(country)) continue;
    const meters = distanceAndBearing(at, { longitude, latitude }).distance_m;
    if (!nearest || meters < nearest.meters) nearest = { region, meters };
  }
  return nearest?.region ?? null;
}

function isRegion(code: string | null, requested: string, regions: Region[]): boolean {
  if (requested === '') return true;
  const names = Object.values(regions.find((region) => region.code === code)?.names ?? {});
  return [...names, code?.slice(3) ?? '', code?.slice(0, 2) ?? '']
    .map(foldPlaceName)
    .some((known) => known !== '' && known.startsWith(requested));
}

function asPlace(town: Town, regions: Region[]): Place {
  const { name, longitude, latitude, population, region: code } = town;
  const region = regions.find((known) => known.code === code);
  return {
    id: `town:${name}:${longitude}:${latitude}`,
    kind: 'city',
    name,
    region: code as Place['region'],
    region_name: region?.names.en ?? code?.slice(3) ?? null,
    country: code?.slice(0, 2) ?? '',
    longitude,
    latitude,
    population,
  };
}
