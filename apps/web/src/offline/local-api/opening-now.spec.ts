import { isOpenAt, openingNow } from './opening-now.ts';

/** Monday and Tuesday, 08:00 to 17:00, and Saturday over midnight. */
const hours = {
  time_zone: 'America/Denver',
  week: [
    [480, 1020],
    [1920, 2460],
    [8580, 8700],
  ] as [number, number][],
};

it.each([
  ['before it opens on Monday', '2026-11-23T14:59:00Z', 'closed', '2026-11-23T08:00:00'],
  ['when it opens', '2026-11-23T15:00:00Z', 'open', '2026-11-23T17:00:00'],
  ['when it closes', '2026-11-24T00:00:00Z', 'closed', '2026-11-24T08:00:00'],
  ['on Wednesday', '2026-11-25T20:00:00Z', 'closed', '2026-11-28T23:00:00'],
  ['on Saturday night', '2026-11-29T06:30:00Z', 'open', '2026-11-29T01:00:00'],
  ['after the last of the week', '2026-11-29T20:00:00Z', 'closed', '2026-11-30T08:00:00'],
])('tells %s, on the clocks of the place', (_, now, state, until) => {
  expect(openingNow(hours, new Date(now))).toEqual({ state, until });
});

it('says that it is not known, and that a door never opens', () => {
  const now = new Date('2026-11-23T15:00:00Z');
  expect(openingNow(null, now)).toEqual({ state: 'unknown', until: null });
  expect(openingNow({ ...hours, week: [] }, now)).toEqual({ state: 'closed', until: null });
});

it.each([
  ['2026-11-23T08:00', true],
  ['2026-11-23T17:00', false],
  ['2026-11-29T01:00', false],
  ['2026-11-28T23:30', true],
])('tells whether it is open at %s on the clocks of the place', (time, isOpen) => {
  expect(isOpenAt(hours, time)).toBe(isOpen);
  expect(isOpenAt(null, time)).toBe(false);
});
