import fc from 'fast-check';
import { fromMapFraction, toMapFraction } from './web-mercator.ts';

const longitude = fc.double({ min: -180, max: 180, noNaN: true });

it('maps to the square world of Web Mercator and back', () => {
  fc.assert(
    fc.property(longitude, fc.double({ min: -85, max: 85, noNaN: true }), (lon, lat) => {
      const back = fromMapFraction(toMapFraction({ longitude: lon, latitude: lat }));
      expect(back.longitude).toBeCloseTo(lon, 6);
      expect(back.latitude).toBeCloseTo(lat, 6);
    }),
  );
  expect(toMapFraction({ longitude: 0, latitude: 90 }).y).toBeCloseTo(0, 6);
});
