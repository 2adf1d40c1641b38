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
      regions: ['US-TX'],
      country: null,
    });
    expect(parsePlaceQuery('nogales méxico')[0]).toMatchObject({
      name: 'nogales',
      country: 'MX',
    });
    expect(parsePlaceQuery('79901-1234')).toEqual([
      { name: '79901', regions: null, country: 'US' },
    ]);
    expect(parsePlaceQuery(' ,. ')).toEqual([]);
    fc.assert(
      fc.property(fc.string(), (text) => {
        for (const { name } of parsePlaceQuery(text)) expect(name).not.toBe('');
      }),
    );
  });

  it('is read with each state that the last word may begin, at once', () => {
    expect(parsePlaceQuery('buffalo new')).toEqual([
      { name: 'buffalo', regions: ['US-NH', 'US-NJ', 'US-NM', 'US-NY'], country: null },
      { name: 'buffalo new', regions: null, country: null },
    ]);
    expect(parsePlaceQuery('tijuana baja california mexico')).toEqual([
      { name: 'tijuana', regions: ['MX-BCN'], country: 'MX' },
      { name: 'tijuana baja california', regions: null, country: 'MX' },
      { name: 'tijuana baja california mexico', regions: null, country: null },
    ]);
  });

  it('is read in four ways at most, and as a whole in any case', () => {
    const word = fc.constantFrom('us', 'usa', 'mexico', 'mx', 'new', 'san', 'baja', 'tx', 'x');
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 40 }), (words) => {
        const readings = parsePlaceQuery(words.join(' '));
        expect(readings.length).toBeLessThanOrEqual(4);
        expect(readings.at(-1)).toEqual({ name: words.join(' '), regions: null, country: null });
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
