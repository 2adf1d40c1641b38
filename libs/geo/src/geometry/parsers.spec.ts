import fc from 'fast-check';
import { foldPlaceName, isOneTypoAway } from '#contract';
import { parsePlaceQuery } from '../gazetteer/place-query.ts';
import { longitudeSpans, parseBoundingBox } from './bounding-box.ts';
import { minimumGroundDistance } from './geodesic-order.ts';
import { fromMapFraction, toMapFraction } from './web-mercator.ts';

const longitude = fc.double({ min: -180, max: 180, noNaN: true });
const latitude = fc.double({ min: -90, max: 90, noNaN: true });

describe('a bounding box', () => {
  it('is read back from what it was written as', () => {
    fc.assert(
      fc.property(longitude, latitude, longitude, latitude, (west, a, east, b) => {
        const [south, north] = [Math.min(a, b), Math.max(a, b)];
        const box = parseBoundingBox([west, south, east, north].join(','));
        expect(box?.west).toBeCloseTo(west, 8);
        expect(box?.north).toBeCloseTo(north, 8);
        const width = longitudeSpans({ west, south, east, north }).reduce(
          (sum, [w, e]) => sum + e - w,
          0,
        );
        expect(width).toBeGreaterThanOrEqual(0);
        expect(width).toBeLessThanOrEqual(360);
      }),
    );
  });

  it('is never read from anything else', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const box = parseBoundingBox(text);
        if (box) expect(Object.values(box).every(Number.isFinite)).toBe(true);
      }),
    );
    for (const text of [
      '',
      '1,2,3',
      '1,2,3,4,5',
      '0,0,181,1',
      '0,-91,1,1',
      '0,1,1,0',
      ',,,',
      'NaN,0,1,1',
    ]) {
      expect([text, parseBoundingBox(text)]).toEqual([text, null]);
    }
  });
});

describe('a place name', () => {
  it('is folded once and for all', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (name) => {
        const folded = foldPlaceName(name);
        expect(foldPlaceName(folded)).toBe(folded);
      }),
    );
    expect(foldPlaceName('  Cd.  JUÁREZ ')).toBe('cd juarez');
  });

  it('is read with the state or country behind it, and without', () => {
    expect(parsePlaceQuery('El Paso, TX')[0]).toEqual({
      name: 'el paso',
      region: 'US-TX',
      country: null,
    });
    expect(parsePlaceQuery('nogales méxico')[0]).toMatchObject({
      name: 'nogales',
      country: 'MX',
    });
    expect(parsePlaceQuery('79901-1234')).toEqual([{ name: '79901', region: null, country: 'US' }]);
    expect(parsePlaceQuery(' ,. ')).toEqual([]);
    fc.assert(
      fc.property(fc.string(), (text) => {
        for (const { name } of parsePlaceQuery(text)) expect(name).not.toBe('');
      }),
    );
  });

  it.each([
    ['tucson', 'tuscon', true],
    ['tucson', 'tucso', true],
    ['tucson', 'ttucson', true],
    ['tucson', 'tucsan', true],
    ['tucson', 'tucson', true],
    ['tucson', 'tusocn', false],
    ['tucson', 'tucs', false],
    ['', 'a', true],
  ])('%s and %s are one typo apart: %s', (a, b, expected) => {
    expect(isOneTypoAway(a, b)).toBe(expected);
    expect(isOneTypoAway(b, a)).toBe(expected);
  });
});

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

it('never takes the ground for shorter than the straight line', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 12_742_000, noNaN: true }), (chord) => {
      expect(minimumGroundDistance(chord)).toBeGreaterThanOrEqual(chord - 1e-6);
    }),
  );
});
