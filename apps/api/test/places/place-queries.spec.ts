import type { Place } from '#contract';
import { namesakes, placeQueries } from '../../../../test/places/place-queries.ts';
import { sharedTestApp } from '../support/test-app.ts';

const at = sharedTestApp();
const MIN_FIRST = 0.97;
const MIN_AMONG_FIVE = 1;

async function found(typed: string): Promise<Place[]> {
  const { body } = await at.api.get(`/v1/places?q=${encodeURIComponent(typed)}&limit=5`);
  return body.items;
}

it('what people type leads to the place that they mean', async () => {
  const missed: string[] = [];
  const late: string[] = [];
  for (const [typed, name, region] of placeQueries) {
    const places = await found(typed);
    const rank = places.findIndex((place) => place.name === name && place.region === region);
    if (rank === 0) continue;
    const first = places.map((place) => `${place.name} ${place.region}`).join('; ');
    (rank < 0 ? missed : late).push(`${typed}: ${first || 'nothing'}`);
  }
  const recall = (wrong: number) => 1 - wrong / placeQueries.length;
  const atFive = recall(missed.length);
  const atOne = recall(missed.length + late.length);
  console.info(
    `${placeQueries.length} queries: ${atOne.toFixed(3)} at 1, ${atFive.toFixed(3)} at 5`,
  );
  if (late.length > 0) console.info(late.join('\n'));
  expect(missed).toEqual([]);
  expect(atFive).toBeGreaterThanOrEqual(MIN_AMONG_FIVE);
  expect(atOne).toBeGreaterThanOrEqual(MIN_FIRST);
});

it.each(namesakes)('places that are also called %s are offered: %s', async (typed, regions) => {
  const offered = (await found(typed)).map(({ region }) => region);
  expect(offered).toEqual(expect.arrayContaining(regions));
});

it.each([
  ['US-AZ', 'US-AZ'],
  ['MX-SON', 'MX-SON'],
])('where %s is chosen, Nogales is the one there', async (region, expected) => {
  const { body } = await at.api.get(`/v1/nearby?near=Nogales&limit=1&region=${region}`);
  expect(body.place).toMatchObject({ name: 'Nogales', region: expected });
});
