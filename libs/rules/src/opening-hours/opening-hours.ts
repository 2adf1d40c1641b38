import type { MinuteSpan, OpeningHours, SpecialDays } from '#contract';
import { appliesOn, inOrder } from './special-days.ts';

/** Days of the week as RFC 5545 and HSDS write them, Monday first. */
const DAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const DAY_MINUTES = 24 * 60;

/** One line of a schedule. */
export interface Schedule {
  /** `MO,TU,WE`; null: it is about special days. */
  byday: string | null;
  /** `08:00`; null: closed on the special days. */
  opens_at: string | null;
  /** `20:00`; `24:00` is the end of the day. */
  closes_at: string | null;
  special_days: Omit<SpecialDays, 'week'> | null;
  /** IANA time zone of the place. */
  time_zone: string;
}

/**
 * Returns the hours of a service; null if those of a week are unknown, or if they are in several time
 * zones, which no single week can describe.
 */
export function openingHours(schedules: Schedule[]): OpeningHours | null {
  const [time_zone, ...others] = new Set(schedules.map((schedule) => schedule.time_zone));
  const weekly = schedules.filter(({ special_days }) => special_days === null);
  if (time_zone === undefined || others.length > 0 || weekly.length === 0) return null;
  const special = new Map<string, SpecialDays>();
  for (const schedule of schedules) {
    if (!schedule.special_days) continue;
    const { from, to, yearly } = schedule.special_days;
    const key = `${from} ${to} ${yearly}`;
    const week = [
      ...(special.get(key)?.week ?? []),
      ...spansOf({ ...schedule, byday: DAYS.join() }),
    ];
    special.set(key, { from, to, yearly, week: merged(week) });
  }
  return {
    time_zone,
    week: merged(weekly.flatMap(spansOf)),
    special_days: inOrder([...special.values()]),
  };
}

/**
 * Returns when any of several services is given; null if that is unknown of all, or if they are in
 * several time zones.
 */
export function combinedHours(services: (OpeningHours | null)[]): OpeningHours | null {
  const known = services.filter((hours) => hours !== null);
  const [first, ...others] = known;
  if (!first || others.some(({ time_zone }) => time_zone !== first.time_zone)) return null;
  if (others.length === 0) return first;
  const days = known.flatMap(({ special_days }) => special_days);
  return {
    time_zone: first.time_zone,
    week: merged(known.flatMap(({ week }) => week)),
    special_days: inOrder(
      days.map((special) => ({
        ...special,
        week: merged(known.flatMap((hours) => weekOn(hours, special.from))),
      })),
    ),
  };
}

/**
 * Returns the week that applies on a day.
 *
 * @param date local, `2026-11-28`
 */
export function weekOn({ week, special_days }: OpeningHours, date: string): MinuteSpan[] {
  return special_days.find((days) => appliesOn(days, date))?.week ?? week;
}

function spansOf({ byday, opens_at, closes_at }: Schedule): MinuteSpan[] {
  if (byday === null || opens_at === null || closes_at === null) return [];
  return byday.split(',').map((day): MinuteSpan => {
    const start = DAYS.indexOf(day) * DAY_MINUTES;
    return [start + minutes(opens_at), start + minutes(closes_at)];
  });
}

function merged(spans: MinuteSpan[]): MinuteSpan[] {
  const joined: MinuteSpan[] = [];
  for (const [from, to] of spans.toSorted(([a], [b]) => a - b)) {
    const last = joined.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else joined.push([from, to]);
  }
  return joined;
}

function minutes(time: string): number {
  const [hours = 0, rest = 0] = time.split(':').map(Number);
  return hours * 60 + rest;
}
