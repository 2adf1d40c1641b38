import { combinedHours, openingHours, type Schedule } from './opening-hours.ts';
import { openingNow } from './opening-now.ts';

const ZONE = { time_zone: 'America/Denver' };

function weekly(byday: string, opens_at: string, closes_at: string): Schedule {
  return { byday, opens_at, closes_at, special_days: null, ...ZONE };
}

function special(from: string, to: string, rest: Partial<Schedule> & { yearly?: boolean } = {}) {
  const { yearly = false, ...times } = rest;
  const closed = { byday: null, opens_at: null, closes_at: null };
  return { ...closed, special_days: { from, to, yearly }, ...ZONE, ...times };
}

const ALL_DAYS = 'MO,TU,WE,TH,FR,SA,SU';
const office = weekly('MO,TU,WE,TH,FR', '08:00', '17:00');

describe('an office with holidays', () => {
  const hours = openingHours([
    office,
    special('2026-11-26', '2026-11-27'),
    special('2020-12-25', '2020-12-25', { yearly: true }),
    special('2020-12-30', '2021-01-01', { yearly: true }),
    special('2026-12-24', '2026-12-24', { opens_at: '08:00', closes_at: '12:00' }),
    special('2026-12-24', '2026-12-24', { opens_at: '14:00', closes_at: '15:00' }),
  ]);

  it.each([
    ['is open before them', '2026-11-25T17:00', 'open', '2026-11-25T17:00:00-07:00'],
    ['is closed on the first', '2026-11-26T17:00', 'closed', '2026-11-30T08:00:00-07:00'],
    ['is closed on the last', '2026-11-27T23:59', 'closed', '2026-11-30T08:00:00-07:00'],
    ['opens on a short day', '2026-12-24T15:30', 'open', '2026-12-24T12:00:00-07:00'],
    ['has a break on it', '2026-12-24T19:30', 'closed', '2026-12-24T14:00:00-07:00'],
    ['closes early on it', '2026-12-24T22:30', 'closed', '2026-12-28T08:00:00-07:00'],
    ['is closed on a yearly one', '2031-12-25T17:00', 'closed', '2031-12-26T08:00:00-07:00'],
    ['is closed over the new year', '2027-12-31T17:00', 'closed', '2028-01-03T08:00:00-07:00'],
    ['is open behind it', '2026-12-29T17:00', 'open', '2026-12-29T17:00:00-07:00'],
    ['knows not the dates of one year in another', '2027-11-26T17:00', 'open', null],
  ])('%s', (_, now, state, until) => {
    const opening = openingNow(hours, new Date(`${now}:00Z`));
    expect(opening?.state).toBe(state);
    if (until) expect(opening?.until).toBe(until);
  });
});

it('what is open around the clock has an end before a holiday', () => {
  const hours = openingHours([
    weekly(ALL_DAYS, '00:00', '24:00'),
    special('2026-12-25', '2026-12-25'),
  ]);
  const at = (now: string) => openingNow(hours, new Date(now));
  expect(at('2026-12-01T12:00:00Z')).toEqual({ state: 'open', until: null });
  expect(at('2026-12-24T12:00:00Z')).toEqual({ state: 'open', until: '2026-12-25T00:00:00-07:00' });
  expect(at('2026-12-25T12:00:00Z')).toEqual({
    state: 'closed',
    until: '2026-12-26T00:00:00-07:00',
  });
});

it('a place with several services is open while any of them is given', () => {
  const shelter = openingHours([weekly(ALL_DAYS, '00:00', '06:00')]);
  const legal = openingHours([office, special('2026-12-25', '2026-12-25')]);
  const hours = combinedHours([shelter, legal, null]);
  const state = (now: string) => openingNow(hours, new Date(now))?.state;
  expect(state('2026-12-25T12:00:00Z')).toBe('open');
  expect(state('2026-12-25T17:00:00Z')).toBe('closed');
  expect(state('2026-12-24T17:00:00Z')).toBe('open');
});

it('of special days that have the same date, the fewest apply', () => {
  const hours = openingHours([
    office,
    special('2026-12-21', '2026-12-31'),
    special('2026-12-28', '2026-12-28', { opens_at: '09:00', closes_at: '10:00' }),
  ]);
  expect(openingNow(hours, new Date('2026-12-28T16:30:00Z'))?.state).toBe('open');
  expect(openingNow(hours, new Date('2026-12-29T16:30:00Z'))?.state).toBe('closed');
});

it('a place that special days close for good does not open', () => {
  const hours = openingHours([office, special('2026-01-01', '2036-01-01')]);
  expect(openingNow(hours, new Date('2026-12-28T16:30:00Z'))).toEqual({
    state: 'closed',
    until: null,
  });
});

it('special days alone do not tell when it is open', () => {
  expect(openingHours([special('2026-12-25', '2026-12-25')])).toBeNull();
});
