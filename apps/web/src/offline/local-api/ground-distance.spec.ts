import fc from 'fast-check';
import geographicLib from 'geographiclib-geodesic';
import { distanceAndBearing } from './ground-distance.ts';

const { WGS84 } = geographicLib.Geodesic;
const border = fc.record({
  latitude: fc.double({ min: 14, max: 49, noNaN: true }),
  longitude: fc.double({ min: -125, max: -67, noNaN: true }),
});

it('agrees with GeographicLib within 0.01 % and half a degree', () => {
  fc.assert(
    fc.property(border, border, (from, to) => {
      const { s12 = 0, azi1 = 0 } = WGS84.Inverse(
        from.latitude,
        from.longitude,
        to.latitude,
        to.longitude,
      );
      const { distance_m, bearing_deg } = distanceAndBearing(from, to);
      expect(Math.abs(distance_m - s12)).toBeLessThan(s12 * 0.0001 + 0.01);
      if (s12 < 1000) return;
      const turn = Math.abs(((Number(bearing_deg) - azi1 + 540) % 360) - 180);
      expect(turn).toBeLessThan(1);
    }),
    { numRuns: 500 },
  );
});

it('has no direction from a place to itself', () => {
  const here = { longitude: -106.49, latitude: 31.76 };
  expect(distanceAndBearing(here, here)).toEqual({ distance_m: 0, bearing_deg: null });
});
