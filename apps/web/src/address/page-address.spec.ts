import fc from 'fast-check';
import { roundPosition } from '../search/rounded-position.ts';
import { readAddress, writeAddress } from './page-address.ts';

const none = { near: '', service: '', region: '', language: null };

it('reads back what it wrote, whatever a person typed', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.constantFrom('', 'legal'), (near, service) => {
      const address = { ...none, near, service };
      const query = writeAddress(address);
      expect(readAddress(query === '/' ? '' : query)).toEqual(address);
    }),
  );
});

it('leaves out what is empty', () => {
  expect(writeAddress(none)).toBe('/');
  expect(writeAddress({ ...none, near: 'El Paso', language: 'es' })).toBe('?near=El+Paso&lang=es');
});

it('has no room for a position', () => {
  expect(readAddress('?lat=31.7&lon=-106.4')).toEqual(none);
});

it('lets no more of a position leave the device than about a kilometre tells', () => {
  const rounded = roundPosition({ latitude: 31.758719, longitude: -106.486931 });
  expect(rounded).toEqual({ latitude: 31.76, longitude: -106.49 });
});
