import fc from 'fast-check';
import { openingHours, type Schedule } from './opening-hours.ts';
import { openingNow } from './opening-now.ts';

type Line = Partial<Schedule>;

/** Hours in a time zone. */
function hoursOf(lines: Line[]) {
  const none = { byday: null, opens_at: null, closes_at: null, special_days: null };
  return (time_zone: string) =>
    openingHours(lines.map((line) => ({ ...none, ...line, time_zone })));
}

const office = hoursOf([{ byday: 'MO,TU,WE,TH,FR', opens_at: '08:00', closes_at: '20:00' }]);
const always = hoursOf([{ byday: 'MO,TU,WE,TH,FR,SA,SU', opens_at: '00:00', closes_at: '24:00' }]);
const night = hoursOf([
  { byday: 'SU', opens_at: '20:00', closes_at: '24:00' },
  { byday: 'MO', opens_at: '00:00', closes_at: '06:00' },
]);

describe('opening hours', () => {
  it.each([
    [
      'a weekday in Los Angeles',
      '2026-11-23T17:00:00Z',
      office,
      'America/Los_Angeles',
      'open',
      '2026-11-23T20:00:00-08:00',
    ],
    [
      'before it opens',
      '2026-11-23T15:59:00Z',
      office,
      'America/Los_Angeles',
      'closed',
      '2026-11-23T08:00:00-08:00',
    ],
    [
      'the minute it closes',
      '2026-11-24T04:00:00Z',
      office,
      'America/Los_Angeles',
      'closed',
      '2026-11-24T08:00:00-08:00',
    ],
    [
      'on Friday night',
      '2026-11-28T05:00:00Z',
      office,
      'America/Los_Angeles',
      'closed',
      '2026-11-30T08:00:00-08:00',
    ],
    [
      'across the change of clocks',
      '2026-10-31T12:00:00Z',
      office,
      'America/Denver',
      'closed',
      '2026-11-02T08:00:00-07:00',
    ],
    [
      'in Arizona, which keeps no summer time',
      '2026-07-06T16:00:00Z',
      office,
      'America/Phoenix',
      'open',
      '2026-07-06T20:00:00-07:00',
    ],
    [
      'in Juárez, on Mountain time',
      '2026-07-06T16:00:00Z',
      office,
      'America/Ciudad_Juarez',
      'open',
      '2026-07-06T20:00:00-06:00',
    ],
    [
      'over midnight',
      '2026-11-23T06:00:00Z',
      night,
      'America/Chicago',
      'open',
      '2026-11-23T06:00:00-06:00',
    ],
    ['all day long', '2026-11-23T06:00:00Z', always, 'America/Chicago', 'open', null],
  ])('%s', (_, now, hours, zone, state, until) => {
    expect(openingNow(hours(zone), new Date(now))).toEqual({ state, until });
  });

  it('are not known together, where they are in two time zones', () => {
    const line = { byday: 'MO', opens_at: '08:00', closes_at: '20:00', special_days: null };
    const zones = ['America/Phoenix', 'America/Denver'];
    expect(openingHours(zones.map((time_zone) => ({ ...line, time_zone })))).toBeNull();
  });

  it('with hours nobody knows', () => {
    expect(openingNow(null, new Date('2026-11-23T06:00:00Z'))).toBeNull();
  });

  it('change at a moment that lies ahead, within a week', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2026-01-01'), max: new Date('2027-12-31'), noInvalidDate: true }),
        fc.constantFrom(office, night),
        fc.constantFrom(
          'America/Tijuana',
          'America/Phoenix',
          'America/Matamoros',
          'Asia/Kathmandu',
        ),
        (now, hours, zone) => {
          const opening = openingNow(hours(zone), now);
          const ahead = Date.parse(String(opening?.until)) - now.getTime();
          expect(ahead).toBeGreaterThan(-3_600_000);
          expect(ahead).toBeLessThanOrEqual(7 * 86_400_000 + 3_600_000);
        },
      ),
    );
  });
});
