import fc from 'fast-check';
import { breakIntoLines } from './line-breaks.ts';

const lines = (text: string, width: number, maxLines: number) =>
  breakIntoLines(text, { width, maxLines, measure: (part) => part.length });

it('breaks between words, and keeps them all where they fit', () => {
  expect(lines('one two three four', 9, 3)).toEqual(['one two', 'three', 'four']);
});

it('says by an ellipsis what it has cut, between words or within one', () => {
  expect(lines('one two three four', 9, 2)).toEqual(['one two', 'three…']);
  expect(lines('Donaudampfschiff', 9, 3)).toEqual(['Donaudam…']);
});

it('never draws beyond its width or its lines, and measures a long name a few times only', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 2000 }), (text) => {
      let measured = 0;
      const measure = (part: string) => {
        measured++;
        return part.length;
      };
      const broken = breakIntoLines(text, { width: 40, maxLines: 3, measure });
      expect(broken.length).toBeLessThanOrEqual(3);
      for (const line of broken) expect(line.length).toBeLessThanOrEqual(40);
      expect(measured).toBeLessThan(150);
    }),
  );
});
