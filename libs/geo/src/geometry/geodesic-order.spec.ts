import fc from 'fast-check';
import { minimumGroundDistance } from './geodesic-order.ts';

it('never takes the ground for shorter than the straight line', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 12_742_000, noNaN: true }), (chord) => {
      expect(minimumGroundDistance(chord)).toBeGreaterThanOrEqual(chord - 1e-6);
    }),
  );
});
