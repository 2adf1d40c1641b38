import type { OpeningHours } from '#contract';
import { dateFormat } from '../i18n/formatters.ts';

const DAY_MINUTES = 24 * 60;
const MINUTE_MS = 60_000;
/** A Monday. */
const MONDAY_MS = Date.UTC(2024, 0, 1);

/**
 * Formats weekly hours in the local time of the place, days in a row with the same hours together:
 * `Mon – Fri 8:00 AM – 5:00 PM`.
 */
export function weekText({ week }: OpeningHours, locale: string): string[] {
  const runs: { first: number; last: number; hours: string }[] = [];
  for (let day = 0; day < 7; day++) {
    const hours = hoursOfDay(day, week, locale);
    const before = runs.at(-1);
    if (before?.hours === hours) before.last = day;
    else runs.push({ first: day, last: day, hours });
  }
  const weekday = dateFormat(locale, { weekday: 'short', timeZone: 'UTC' });
  return runs
    .filter(({ hours }) => hours !== '')
    .map(({ first, last, hours }) => `${weekday.formatRange(at(first), at(last))} ${hours}`);
}

/**
 * Formats the hours of one day of a week; empty when it has none.
 *
 * @param day 0 is Monday
 */
export function hoursOfDay(day: number, week: OpeningHours['week'], locale: string): string {
  const [start, end] = [day * DAY_MINUTES, (day + 1) * DAY_MINUTES];
  const time = dateFormat(locale, { hour: 'numeric', minute: '2-digit', timeZone: 'UTC' });
  return week
    .filter(([from, to]) => from < end && to > start)
    .map(([from, to]) =>
      // Midnight would be a time of the next day, which is formatted with its date.
      time.formatRange(at(0, Math.max(from, start) - start), at(0, Math.min(to, end - 1) - start)),
    )
    .join(', ');
}

function at(day: number, minute = 0): Date {
  return new Date(MONDAY_MS + (day * DAY_MINUTES + minute) * MINUTE_MS);
}
