import { readFileSync } from 'node:fs';
import { namesakes, placeQueries } from '../../../../../../test/places/place-queries.ts';
import type { Position } from '../ground-distance.ts';
import { unpackPlaces } from './named-places.ts';
import { searchPlaces } from './places.ts';

const MIN_FIRST = 0.97;

const read = (path: string) => JSON.parse(readFileSync(path, 'utf8'));
const known = unpackPlaces(read('apps/web/public/basemap/places.json'));
const facilities: { point: Position }[] = read('seed/records/facilities.json');
const organizations: { locations?: { city: string; region: string }[] }[] = read(
  'seed/records/organizations.json',
);

/** The facilities, and the towns of organizations. */
const listed = [
  ...facilities.map(({ point }) => point),
  ...organizations
    .flatMap(({ locations = [] }) => locations)
    .flatMap(({ city, region }) =>
      known.places.flatMap(({ place }) =>
        place.kind === 'city' && place.name === city && place.region === region ? [place] : [],
      ),
    ),
];
const found = (typed: string, preferred: string[] = []) =>
  searchPlaces(typed, known, { listed, preferred }).slice(0, 5);

it('without a network, what people type leads to the place that they mean', () => {
  const missed: string[] = [];
  let first = 0;
  for (const [typed, name, region] of placeQueries) {
    const places = found(typed);
    const rank = places.findIndex((place) => place.name === name && place.region === region);
    if (rank === 0) first++;
    if (rank < 0) missed.push(`${typed}: ${places[0]?.name} ${places[0]?.region}`);
    if (rank > 0) console.info(`${typed}: ${places[0]?.name} ${places[0]?.region}`);
  }
  const atOne = first / placeQueries.length;
  const atFive = 1 - missed.length / placeQueries.length;
  console.info(
    `${placeQueries.length} queries: ${atOne.toFixed(3)} at 1, ${atFive.toFixed(3)} at 5`,
  );
  expect(missed).toEqual([]);
  expect(atOne).toBeGreaterThanOrEqual(MIN_FIRST);
});

it.each(namesakes)('places that are also called %s are offered: %s', (typed, regions) => {
  const offered = found(typed).map(({ region }) => region);
  expect(offered).toEqual(expect.arrayContaining(regions));
});

it('a chosen state says which place of a name is meant', () => {
  expect(found('Nogales', ['US-AZ'])[0]).toMatchObject({ name: 'Nogales', region: 'US-AZ' });
});
