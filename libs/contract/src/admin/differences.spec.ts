import fc from 'fast-check';
import { applyDifferences, differencesOf } from './differences.ts';

const part = fc.record({
  id: fc.constantFrom('a', 'b', 'c', 'd'),
  text: fc.string(),
  codes: fc.array(fc.nat()),
});
const parts = fc.uniqueArray(part, { selector: ({ id }) => id });
const document = fc.record({
  name: fc.option(fc.string()),
  codes: fc.array(fc.constantFrom('x', 'y')),
  closure: fc.option(fc.record({ why: fc.string() })),
  phones: parts,
  services: fc.uniqueArray(
    fc.record({ id: fc.constantFrom('s', 't'), name: fc.string(), phones: parts }),
    { selector: ({ id }) => id },
  ),
});

describe('differences', () => {
  it('make one document of the other, whatever these are', () => {
    fc.assert(
      fc.property(document, document, (before, after) => {
        const made = applyDifferences(before, differencesOf(before, after));
        expect(made).toEqual(after);
      }),
    );
  });

  it('of equal documents there are none, in whatever order their fields stand', () => {
    const one = { name: 'A', phones: [{ id: 'a', number: '1', label: null }] };
    const same = { phones: [{ label: null, number: '1', id: 'a' }], name: 'A' };
    expect(differencesOf(one, same)).toEqual([]);
  });

  it('name the part that differs, and the order', () => {
    const [a, b] = [
      { id: 'a', number: '1' },
      { id: 'b', number: '2' },
    ];
    expect(differencesOf({ phones: [a, b] }, { phones: [{ ...b, number: '3' }, a] })).toEqual([
      { path: '/phones/b/number', change: 'changed', before: '2', after: '3' },
      { path: '/phones', change: 'moved', before: ['a', 'b'], after: ['b', 'a'] },
    ]);
  });

  it('are not applied to a document that lacks the part', () => {
    const before = { phones: [{ id: 'a', number: '1' }] };
    const after = { phones: [{ id: 'a', number: '2' }] };
    expect(applyDifferences({ phones: [] }, differencesOf(before, after))).toBeNull();
  });
});
