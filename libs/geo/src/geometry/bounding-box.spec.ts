import fc from 'fast-check';
import { longitudeSpans, parseBoundingBox } from './bounding-box.ts';

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
