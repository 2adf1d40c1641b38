import { SeededRandom } from '../../../../test/seeded-random.ts';
import { type Geocentric, geocentric } from '../geocentric.ts';
import type { Point } from '../point.ts';
import { TownTree } from './town-tree.ts';

const random = new SeededRandom(1);
const anywhere = (): Point => ({
  longitude: random.next() * 360 - 180,
  latitude: random.next() * 180 - 90,
});
const squared = (a: Geocentric, b: Geocentric) =>
  (a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2 + (a[2] - b[2]) ** 2;

it('finds the same town as a look at every one', () => {
  const towns = Array.from({ length: 500 }, () => ({ ...anywhere(), region: null, country: 'US' }));
  const tree = new TownTree([...towns]);
  for (let question = 0; question < 500; question += 1) {
    const point = anywhere();
    const from = geocentric(point);
    const wanted = Math.min(...towns.map((town) => squared(geocentric(town), from)));
    const found = tree.nearest(point);
    expect(found && squared(geocentric(found), from)).toBe(wanted);
  }
});

it('finds nothing where there are no towns', () => {
  expect(new TownTree([]).nearest({ longitude: 0, latitude: 0 })).toBeNull();
});
