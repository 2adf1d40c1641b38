import fc from 'fast-check';
import { foldPlaceName, isOneTypoAway } from '#contract';
import { parsePlaceQuery } from './place-query.ts';
import { PlaceWords } from './place-words.ts';

const words = new PlaceWords(
  new Map([
    ['US-TX', ['texas', 'tx']],
    ['US-NH', ['new hampshire']],
    ['US-NJ', ['new jersey']],
    ['US-NM', ['new mexico', 'nm']],
    ['US-NY', ['new york']],
    ['MX-BCN', ['baja california', 'bc']],
    ['MX-SON', ['sonora']],
  ]),
  new Map([
    ['US', ['us', 'usa', 'ee uu']],
    ['MX', ['mexico', 'mx']],
  ]),
);
const read = (text: string) => parsePlaceQuery(text, words);

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
    expect(read('El Paso, TX')[0]).toEqual({
      name: 'el paso',
      regions: ['US-TX'],
      country: null,
    });
    expect(read('nogales méxico')[1]).toMatchObject({
      name: 'nogales',
      country: 'MX',
    });
    expect(read('79901-1234')).toEqual([{ name: '79901', regions: null, country: 'US' }]);
    expect(read(' ,. ')).toEqual([]);
    fc.assert(
      fc.property(fc.string(), (text) => {
        for (const { name } of read(text)) expect(name).not.toBe('');
      }),
    );
  });

  it('is read with each state that the last word may begin, at once', () => {
    expect(read('buffalo new')).toEqual([
      { name: 'buffalo new', regions: null, country: null },
      { name: 'buffalo', regions: ['US-NH', 'US-NJ', 'US-NM', 'US-NY'], country: null },
    ]);
    expect(read('tijuana baja california mexico')).toEqual([
      { name: 'tijuana baja california mexico', regions: null, country: null },
      { name: 'tijuana', regions: ['MX-BCN'], country: 'MX' },
      { name: 'tijuana baja california', regions: null, country: 'MX' },
    ]);
  });

  it.each([
    ['79901 El Paso', ['79901', 'el paso']],
    ['El Paso, TX 79901', ['79901', 'el paso', 'el paso tx']],
    ['٧٩٩٠١', ['79901', 'san luis potosi']],
    ['Tijuana 22000', ['tijuana', '22000']],
    ['1101 Texas Ave, El Paso, TX 79901', ['79901', 'el paso tx', 'el paso']],
    ['Tijuana, B.C. 22000', ['tijuana', '22000', 'tijuana bc']],
    ['22000', ['22000', 'tijuana']],
    ['Nogales, EE. UU.', ['nogales', 'nogales ee uu']],
    ['Nogales, Sonorra', ['nogales sonorra', 'nogales']],
  ])('%s is read as %s', (text, names) => {
    expect([...new Set(read(text).map(({ name }) => name))]).toEqual(names);
  });

  it('is read in four ways at most, and as a whole in any case', () => {
    const word = fc.constantFrom('us', 'usa', 'mexico', 'mx', 'new', 'san', 'baja', 'tx', 'x');
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 40 }), (typed) => {
        const readings = read(typed.join(' '));
        expect(readings.length).toBeLessThanOrEqual(4);
        expect(readings[0]).toEqual({ name: typed.join(' '), regions: null, country: null });
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
