import fc from 'fast-check';
import { foldPlaceName, isOneTypoAway } from '#contract';
import { parsePlaceQuery } from './place-query.ts';

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
