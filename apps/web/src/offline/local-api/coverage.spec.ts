import { coversSurroundings } from './coverage.ts';

const towns = [
  ['US-TX', -106.49, 31.76],
  ['MX-CHH', -106.42, 31.69],
  ['US-AZ', -110.97, 32.22],
  [null, -106.5, 31.7],
].map(([region, longitude, latitude]) => ({
  name: '',
  population: 1,
  region: region as string | null,
  longitude: Number(longitude),
  latitude: Number(latitude),
}));

const copyOf = (regions: string[], help = 5) => ({
  regions,
  vocabulary: {
    regions: ['US-TX', 'US-AZ', 'MX-CHH'].map((code) => ({
      code,
      kind: 'state' as const,
      names: {},
      members: [],
      count: code === 'MX-CHH' ? help : 5,
    })),
    services: [],
    languages: [],
  },
});

const elPaso = { lat: 31.77, lon: -106.49 };
const desert = { lat: 33.5, lon: -110 };

it.each([
  ['both sides of a border', ['US-TX', 'MX-CHH'], elPaso, true],
  ['this side alone', ['US-TX'], elPaso, false],
  ['the other side alone', ['MX-CHH'], elPaso, false],
  ['the state of the nearest town, where none is around', ['US-AZ'], desert, true],
  ['another state, where no town is around', ['US-TX', 'MX-CHH'], desert, false],
])('a copy of %s', (_, regions, at, holds) => {
  expect(coversSurroundings(copyOf(regions), at, { towns, border: null })).toBe(holds);
});

it('needs no state where there is no help', () => {
  expect(coversSurroundings(copyOf(['US-TX'], 0), elPaso, { towns, border: null })).toBe(true);
});
