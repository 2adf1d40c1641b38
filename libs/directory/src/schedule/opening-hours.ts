import { DateTime } from 'luxon';
import type { Opening, OpeningHours } from '#contract';

/** Days of the week as RFC 5545 and HSDS write them, Monday first. */
const DAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const DAY_MINUTES = 24 * 60;
const WEEK_MINUTES = 7 * DAY_MINUTES;

/** One line of an HSDS schedule that repeats every week. */
export interface WeeklySchedule {
  /** `MO,TU,WE` */
  byday: string;
  /** `08:00` */
  opens_at: string;
  /** `20:00`; `24:00` is the end of the day. */
  closes_at: string;
  /** IANA time zone of the place. */
  time_zone: string;
}

/** Minutes since Monday 00:00, the end not included. */
export type MinuteSpan = [from: number, to: number];

/** Returns the minutes of the week during which a place is open, sorted and merged. */
function weekSpans(schedules: WeeklySchedule[]): MinuteSpan[] {
  const spans = schedules
    .flatMap(({ byday, opens_at, closes_at }) =>
      byday.split(',').map((day): MinuteSpan => {
        const start = DAYS.indexOf(day) * DAY_MINUTES;
        return [start + minutes(opens_at), start + minutes(closes_at)];
      }),
    )
    .sort(([a], [b]) => a - b);
  const joined: MinuteSpan[] = [];
  for (const [from, to] of spans) {
    const last = joined.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else joined.push([from, to]);
  }
  return joined;
}

/**
 * Returns the hours of schedules together; null if there are none, or if they are in several time
 * zones, which no single week can describe.
 */
export function openingHours(schedules: WeeklySchedule[]): OpeningHours | null {
  const [time_zone, ...others] = new Set(schedules.map((schedule) => schedule.time_zone));
  if (time_zone === undefined || others.length > 0) return null;
  return { time_zone, week: weekSpans(schedules) };
}

/**
 * Computes whether a place is open, and when that changes next in its time zone; null if unknown.
 *
 * @param spans of the week, as in `OpeningHours`; null if the hours are unknown
 */
export function openingAt(
  now: Date,
  spans: MinuteSpan[] | null,
  timeZone: string | null,
): Opening | null {
  if (!spans || !timeZone) return null;
  const local = DateTime.fromJSDate(now, { zone: timeZone });
  const minute = (local.weekday - 1) * DAY_MINUTES + local.hour * 60 + local.minute;
  const inside = spans.find(([from, to]) => from <= minute && minute < to);
  const boundary = inside ? endOf(inside, spans) : nextStart(minute, spans);
  return {
    state: inside ? 'open' : 'closed',
    until: boundary === null ? null : at(local, minute, boundary),
  };
}

function minutes(time: string): number {
  const [hours = 0, rest = 0] = time.split(':').map(Number);
  return hours * 60 + rest;
}

function endOf([, to]: MinuteSpan, spans: MinuteSpan[]): number | null {
  const first = spans[0];
  if (to !== WEEK_MINUTES || first?.[0] !== 0) return to;
  return first[1] === WEEK_MINUTES ? null : WEEK_MINUTES + first[1];
}

function nextStart(minute: number, spans: MinuteSpan[]): number | null {
  const next = spans.find(([from]) => from > minute) ?? spans[0];
  if (!next) return null;
  return next[0] > minute ? next[0] : next[0] + WEEK_MINUTES;
}

// Uses wall-clock time, not elapsed minutes: a place that opens at 08:00 also does so on the day
// that daylight saving time starts or ends.
function at(local: DateTime, minute: number, boundary: number): string | null {
  const days = Math.floor(boundary / DAY_MINUTES) - Math.floor(minute / DAY_MINUTES);
  const rest = boundary % DAY_MINUTES;
  return local
    .startOf('day')
    .plus({ days })
    .set({ hour: Math.floor(rest / 60), minute: rest % 60 })
    .toISO({ suppressMilliseconds: true });
}
