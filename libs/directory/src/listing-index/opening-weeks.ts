import { DateTime } from 'luxon';
import type { MinuteSpan } from '../schedule/opening-hours.ts';
import type { ListingFilter } from '../search/listing-filter.ts';

/** The number of hours that are not known. */
export const UNKNOWN_WEEK = 0;

interface OpeningWeek {
  key: string;
  spans: MinuteSpan[];
  timeZone: string;
  uses: number;
}

/** Numbers the opening hours of listings, of which many have the same. */
export class OpeningWeeks {
  private readonly weeks: (OpeningWeek | undefined)[] = [undefined];
  private readonly numbers = new Map<string, number>();
  private readonly free: number[] = [];

  /**
   * Returns the number of opening hours and counts one more use of them.
   *
   * @param week an `int4multirange` of minutes, `{[480,1200),...}`
   */
  take(week: string | null, timeZone: string | null): number {
    if (week === null || timeZone === null) return UNKNOWN_WEEK;
    const key = `${timeZone} ${week}`;
    const number = this.numbers.get(key) ?? this.add({ key, spans: spansOf(week), timeZone });
    (this.weeks[number] as OpeningWeek).uses += 1;
    return number;
  }

  /** Gives back one use; what nobody uses is forgotten. */
  release(number: number): void {
    const week = this.weeks[number];
    if (!week) return;
    week.uses -= 1;
    if (week.uses > 0) return;
    this.weeks[number] = undefined;
    this.numbers.delete(week.key);
    this.free.push(number);
  }

  /** Returns 1 at the number of each opening hours that a filter asks for. */
  openAt({ openAt, openAtMinute }: ListingFilter): Uint8Array {
    const minutes = new Map<string, number>();
    const minuteIn = (at: Date, timeZone: string): number => {
      const minute = minutes.get(timeZone) ?? minuteOfWeek(at, timeZone);
      minutes.set(timeZone, minute);
      return minute;
    };
    return Uint8Array.from(this.weeks, (week) => {
      if (!week) return 0;
      const isOpen = (minute: number) =>
        week.spans.some(([from, to]) => from <= minute && minute < to);
      const then = openAt === null || isOpen(minuteIn(openAt, week.timeZone));
      return then && (openAtMinute === null || isOpen(openAtMinute)) ? 1 : 0;
    });
  }

  private add(week: Omit<OpeningWeek, 'uses'>): number {
    const number = this.free.pop() ?? this.weeks.length;
    this.weeks[number] = { ...week, uses: 0 };
    this.numbers.set(week.key, number);
    return number;
  }
}

function spansOf(week: string): MinuteSpan[] {
  return [...week.matchAll(/\[(\d+),(\d+)\)/g)].map(([, from, to]) => [Number(from), Number(to)]);
}

function minuteOfWeek(at: Date, timeZone: string): number {
  const local = DateTime.fromJSDate(at, { zone: timeZone });
  return (local.weekday - 1) * 24 * 60 + local.hour * 60 + local.minute;
}
