import { dateText } from './date-text.ts';
import { compassEighth, distanceText } from './distance-text.ts';
import { phoneText } from './phone-text.ts';

it.each([
  ['+19155454509', '(915) 545-4509'],
  ['+526646076120', '+52 664 607 6120'],
  ['+525512345678', '+52 55 1234 5678'],
  ['+50312345678', '+50312345678'],
])('writes %s as %s', (number, text) => {
  expect(phoneText(number)).toBe(text);
});

it.each([
  [1609.344, 'en-US', '1 mi'],
  [160_934, 'en-US', '100 mi'],
  [1500, 'es-MX', '1.5 km'],
  [1500, 'fr', '1,5 km'],
])('tells %d meters in %s as %s', (meters, locale, text) => {
  expect(distanceText(meters, locale).replace(/\s/g, ' ')).toBe(text);
});

it.each([
  [0, 0],
  [22, 0],
  [23, 1],
  [180, 4],
  [337, 7],
  [338, 0],
])('finds %d degrees in eighth %d of the compass', (degrees, eighth) => {
  expect(compassEighth(degrees)).toBe(eighth);
});

it.each([
  ['2026', 'en', '2026'],
  ['2026-07', 'en', 'July 2026'],
  ['2026-07-01', 'es', '1 de julio de 2026'],
  ['2026-07-20', 'ar-EG', '٢٠ يوليو ٢٠٢٦'],
  ['2026', 'fa-AF', '۲۰۲۶'],
  ['2026-07-01T23:59:00-07:00', 'en', 'July 1, 2026'],
])('tells the date %s in %s as %s', (date, locale, text) => {
  expect(dateText(date, locale)).toBe(text);
});
