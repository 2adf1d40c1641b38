import type { OpeningHours } from '#contract';
import { isOpenAt, type LocalTime, localTime, parseLocalTime } from '#rules';
import { hoursOf, type StoredHours } from '../schedule/stored-hours.ts';
import type { ListingFilter } from '../search/listing-filter.ts';

/** The number of hours that are not known. */
export const UNKNOWN_WEEK = 0;

interface OpeningWeek {
  key: string;
  hours: OpeningHours;
  uses: number;
}

/** Numbers the opening hours of listings, of which many have the same. */
export class OpeningWeeks {
  private readonly weeks: (OpeningWeek | undefined)[] = [undefined];
  private readonly numbers = new Map<string, number>();
  private readonly free: number[] = [];

  /** Returns the number of opening hours and counts one more use of them. */
  take(stored: StoredHours): number {
    if (stored.open_week === null || stored.time_zone === null) return UNKNOWN_WEEK;
    const key = `${stored.time_zone} ${stored.open_week} ${stored.special_days}`;
    const number = this.numbers.get(key) ?? this.add(key, hoursOf(stored) as OpeningHours);
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
  openAt({ openAt, openAtLocal }: ListingFilter): Uint8Array {
    const clocks = new Map<string, LocalTime>();
    const clockOf = (at: Date, timeZone: string): LocalTime => {
      const time = clocks.get(timeZone) ?? localTime(at, timeZone);
      clocks.set(timeZone, time);
      return time;
    };
    const local = openAtLocal === null ? null : parseLocalTime(openAtLocal);
    return Uint8Array.from(this.weeks, (week) => {
      if (!week) return 0;
      const { hours } = week;
      const now = openAt === null || isOpenAt(hours, clockOf(openAt, hours.time_zone));
      return now && (local === null || isOpenAt(hours, local)) ? 1 : 0;
    });
  }

  private add(key: string, hours: OpeningHours): number {
    const number = this.free.pop() ?? this.weeks.length;
    this.weeks[number] = { key, hours, uses: 0 };
    this.numbers.set(key, number);
    return number;
  }
}
