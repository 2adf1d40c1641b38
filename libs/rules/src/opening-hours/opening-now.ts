import type { MinuteSpan, Opening, OpeningHours } from '#contract';
import { addDays, instantText, type LocalTime, localTime } from './local-time.ts';
import { weekOn } from './opening-hours.ts';

const DAY_MINUTES = 24 * 60;
/** What is open so long has no end that a reader would wait for. */
const MAX_OPEN_DAYS = 8;
/** What special days close for longer than a year is closed. */
const MAX_CLOSED_DAYS = 370;

/**
 * Computes whether a place is open, and when that changes next in its time zone; null if unknown. A
 * place that opens at 08:00 also does so on the day that the clocks change.
 */
export function openingNow(hours: OpeningHours | null, now: Date): Opening | null {
  if (!hours) return null;
  const local = localTime(now, hours.time_zone);
  const isOpen = isOpenAt(hours, local);
  const change = isOpen ? closing(hours, local) : nextOpening(hours, local);
  return {
    state: isOpen ? 'open' : 'closed',
    until: change && instantText(change, hours.time_zone),
  };
}

/** Returns whether a place is open at a local time; false if that is unknown. */
export function isOpenAt(hours: OpeningHours | null, { date, minute }: LocalTime): boolean {
  return hours !== null && spansOn(hours, date).some(([from, to]) => from <= minute && minute < to);
}

function closing(hours: OpeningHours, { date, minute }: LocalTime): LocalTime | null {
  let end = endOf(hours, date, minute);
  for (let days = 0; days < MAX_OPEN_DAYS; days++) {
    const day = addDays(date, days);
    if (end < DAY_MINUTES) return { date: day, minute: end };
    const next = addDays(date, days + 1);
    if (!isOpenAt(hours, { date: next, minute: 0 })) return { date: next, minute: 0 };
    end = endOf(hours, next, 0);
  }
  return null;
}

function endOf(hours: OpeningHours, date: string, minute: number): number {
  const span = spansOn(hours, date).find(([from, to]) => from <= minute && minute < to);
  return span?.[1] ?? minute;
}

function nextOpening(hours: OpeningHours, { date, minute }: LocalTime): LocalTime | null {
  const days = hours.special_days.length > 0 ? MAX_CLOSED_DAYS : MAX_OPEN_DAYS;
  for (let later = 0; later < days; later++) {
    const day = addDays(date, later);
    const next = spansOn(hours, day).find(([from]) => later > 0 || from > minute);
    if (next) return { date: day, minute: next[0] };
  }
  return null;
}

/** Returns the minutes of a day, since its midnight, during which a place is open. */
function spansOn(hours: OpeningHours, date: string): MinuteSpan[] {
  const start = ((new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7) * DAY_MINUTES;
  return weekOn(hours, date)
    .filter(([from, to]) => from < start + DAY_MINUTES && to > start)
    .map(([from, to]) => [Math.max(from - start, 0), Math.min(to - start, DAY_MINUTES)]);
}
