import { type Opening, type OpeningHours, weekMinute } from '#contract';

const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const DAY_MINUTES = 24 * 60;
const WEEK_MINUTES = 7 * DAY_MINUTES;
const MINUTE_MS = 60_000;

/** Computes whether a place is open, and when that changes next, in local time; null if unknown. */
export function openingNow(hours: OpeningHours | null, now: Date): Opening | null {
  if (!hours) return null;
  const clock = clockAt(hours.time_zone, now);
  const minute = clock.day * DAY_MINUTES + clock.minute;
  const inside = hours.week.find(([from, to]) => from <= minute && minute < to);
  const starts = hours.week.map(([from]) => (from > minute ? from : from + WEEK_MINUTES));
  const boundary = inside ? closingMinute(inside, hours.week) : Math.min(...starts);
  return {
    state: inside ? 'open' : 'closed',
    until: Number.isFinite(boundary)
      ? wallClock(clock.date, clock.minute, boundary - minute)
      : null,
  };
}

/**
 * Returns the end of a span; a span that ends on Sunday night continues with one from Monday
 * 00:00.
 */
function closingMinute([, to]: OpeningHours['week'][number], week: OpeningHours['week']): number {
  const first = week[0];
  if (to !== WEEK_MINUTES || first?.[0] !== 0) return to;
  return first[1] === WEEK_MINUTES ? Number.POSITIVE_INFINITY : WEEK_MINUTES + first[1];
}

/** @param time local time of the place: `2026-11-28T18:00` */
export function isOpenAt(hours: OpeningHours | null, time: string): boolean {
  const minute = weekMinute(time);
  return hours?.week.some(([from, to]) => from <= minute && minute < to) ?? false;
}

function clockAt(timeZone: string, now: Date) {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    weekday: 'short',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(now);
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? '';
  return {
    day: DAYS.indexOf(part('weekday')),
    date: `${part('year')}-${part('month')}-${part('day')}`,
    minute: Number(part('hour')) * 60 + Number(part('minute')),
  };
}

// Uses wall-clock time: a place that opens at 08:00 also does so on the day that the clocks change.
function wallClock(date: string, minute: number, later: number): string {
  const midnight = Date.parse(`${date}T00:00:00Z`);
  return new Date(midnight + (minute + later) * MINUTE_MS).toISOString().slice(0, 19);
}
