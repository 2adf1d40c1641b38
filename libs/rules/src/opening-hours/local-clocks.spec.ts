import type { OpeningHours } from '#contract';
import { parseLocalTime } from './local-time.ts';
import { isOpenAt, openingNow } from './opening-now.ts';

/** What a reader is told, without the offset of the clocks. */
function shown(hours: OpeningHours, now: string) {
  const opening = openingNow(hours, new Date(now));
  return { state: opening?.state, until: opening?.until?.slice(0, 19) ?? null };
}

/** Monday and Tuesday, 08:00 to 17:00, and Saturday over midnight. */
const hours = {
  time_zone: 'America/Denver',
  week: [
    [480, 1020],
    [1920, 2460],
    [8580, 8700],
  ] as [number, number][],
  special_days: [],
};

it.each([
  ['before it opens on Monday', '2026-11-23T14:59:00Z', 'closed', '2026-11-23T08:00:00'],
  ['when it opens', '2026-11-23T15:00:00Z', 'open', '2026-11-23T17:00:00'],
  ['when it closes', '2026-11-24T00:00:00Z', 'closed', '2026-11-24T08:00:00'],
  ['on Wednesday', '2026-11-25T20:00:00Z', 'closed', '2026-11-28T23:00:00'],
  ['on Saturday night', '2026-11-29T06:30:00Z', 'open', '2026-11-29T01:00:00'],
  ['after the last of the week', '2026-11-29T20:00:00Z', 'closed', '2026-11-30T08:00:00'],
])('tells %s, on the clocks of the place', (_, now, state, until) => {
  expect(shown(hours, now)).toEqual({ state, until });
});

it('says that it is not known, and that a door never opens', () => {
  const now = new Date('2026-11-23T15:00:00Z');
  expect(openingNow(null, now)).toBeNull();
  expect(openingNow({ ...hours, week: [] }, now)).toEqual({ state: 'closed', until: null });
});

it.each([
  ['2026-11-23T08:00', true],
  ['2026-11-23T17:00', false],
  ['2026-11-29T01:00', false],
  ['2026-11-28T23:30', true],
])('tells whether it is open at %s on the clocks of the place', (time, isOpen) => {
  expect(isOpenAt(hours, parseLocalTime(time))).toBe(isOpen);
  expect(isOpenAt(null, parseLocalTime(time))).toBe(false);
});

describe('a place that is open around the clock', () => {
  const always = {
    time_zone: 'America/Denver',
    week: [[0, 10_080]] as [number, number][],
    special_days: [],
  };

  it.each([
    ['in the middle of the week', '2026-11-25T20:00:00Z'],
    ['in the last minute of Sunday', '2026-11-30T06:59:00Z'],
    ['in the first minute of Monday', '2026-11-30T07:00:00Z'],
  ])('is open without an end %s', (_, now) => {
    expect(shown(always, now)).toEqual({ state: 'open', until: null });
  });
});

describe('at the turn of the week, from Sunday to Monday', () => {
  const night = {
    time_zone: 'America/Denver',
    week: [
      [0, 360],
      [9960, 10_080],
    ] as [number, number][],
    special_days: [],
  };

  it.each([
    ['on Sunday evening', '2026-11-30T05:00:00Z', 'open', '2026-11-30T06:00:00'],
    ['in the last minute of Sunday', '2026-11-30T06:59:00Z', 'open', '2026-11-30T06:00:00'],
    ['in the first minute of Monday', '2026-11-30T07:00:00Z', 'open', '2026-11-30T06:00:00'],
    ['when it closes on Monday morning', '2026-11-30T13:00:00Z', 'closed', '2026-12-06T22:00:00'],
  ])('it is told %s until when', (_, now, state, until) => {
    expect(shown(night, now)).toEqual({ state, until });
  });
});

describe('where clocks change', () => {
  /** Every day from 08:00 to 17:00. */
  const daily = (time_zone: string) => ({
    time_zone,
    week: Array.from({ length: 7 }, (_, day): [number, number] => [
      day * 1440 + 480,
      day * 1440 + 1020,
    ]),
    special_days: [],
  });

  it.each([
    ['Denver, an hour forward', 'America/Denver', '2026-03-08T13:59:00Z', 'closed'],
    ['Denver, an hour forward', 'America/Denver', '2026-03-08T14:00:00Z', 'open'],
    ['Denver, an hour back', 'America/Denver', '2026-11-01T14:59:00Z', 'closed'],
    ['Denver, an hour back', 'America/Denver', '2026-11-01T15:00:00Z', 'open'],
    ['Tijuana, forward with California', 'America/Tijuana', '2026-03-08T14:59:00Z', 'closed'],
    ['Tijuana, forward with California', 'America/Tijuana', '2026-03-08T15:00:00Z', 'open'],
    ['Tijuana, back with California', 'America/Tijuana', '2026-11-01T15:59:00Z', 'closed'],
    ['Tijuana, back with California', 'America/Tijuana', '2026-11-01T16:00:00Z', 'open'],
    ['Juarez, forward with El Paso', 'America/Ciudad_Juarez', '2026-03-08T13:59:00Z', 'closed'],
    ['Juarez, forward with El Paso', 'America/Ciudad_Juarez', '2026-03-08T14:00:00Z', 'open'],
    ['Juarez, back with El Paso', 'America/Ciudad_Juarez', '2026-11-01T14:59:00Z', 'closed'],
    ['Juarez, back with El Paso', 'America/Ciudad_Juarez', '2026-11-01T15:00:00Z', 'open'],
    ['Arizona in summer', 'America/Phoenix', '2026-07-06T14:59:00Z', 'closed'],
    ['Arizona in summer', 'America/Phoenix', '2026-07-06T15:00:00Z', 'open'],
    ['Arizona in winter', 'America/Phoenix', '2026-12-07T14:59:00Z', 'closed'],
    ['Arizona in winter', 'America/Phoenix', '2026-12-07T15:00:00Z', 'open'],
    ['Chihuahua, with no summer time', 'America/Chihuahua', '2026-07-06T13:59:00Z', 'closed'],
    ['Chihuahua, with no summer time', 'America/Chihuahua', '2026-07-06T14:00:00Z', 'open'],
  ])('a door that opens at eight does so on the clocks of %s', (_, zone, now, state) => {
    expect(openingNow(daily(zone), new Date(now))?.state).toBe(state);
  });

  it.each([
    ['the night before clocks go forward', '2026-03-08T06:00:00Z', '2026-03-08T08:00:00'],
    ['the night before clocks go back', '2026-11-01T05:00:00Z', '2026-11-01T08:00:00'],
    ['in the hour that comes twice, the first time', '2026-11-01T07:30:00Z', '2026-11-01T08:00:00'],
    [
      'in the hour that comes twice, the second time',
      '2026-11-01T08:30:00Z',
      '2026-11-01T08:00:00',
    ],
  ])('the next opening is told as the clocks there will show it: %s', (_, now, until) => {
    expect(shown(daily('America/Denver'), now)).toEqual({ state: 'closed', until });
  });
});
