import type { MinuteSpan, OpeningHours, SpecialDays } from '#contract';

/** Opening hours as rows of the read model have them; all of it is null if they are unknown. */
export interface StoredHours {
  /** `{[480,1200),...}`, minutes of the week. */
  open_week: string | null;
  time_zone: string | null;
  /** JSON of `StoredSpecialDays`; null: none. */
  special_days: string | null;
}

/** The weeks as text, which the database reads as `int4multirange`. */
type StoredSpecialDays = (Omit<SpecialDays, 'week'> & { week: string })[];

/** Returns the columns of opening hours. */
export function storedHours(hours: OpeningHours | null): StoredHours {
  if (!hours) return { open_week: null, time_zone: null, special_days: null };
  const special: StoredSpecialDays = hours.special_days.map(({ week, ...days }) => ({
    ...days,
    week: multirange(week),
  }));
  return {
    open_week: multirange(hours.week),
    time_zone: hours.time_zone,
    special_days: special.length > 0 ? JSON.stringify(special) : null,
  };
}

/** Reads the columns of opening hours; null if they are unknown. */
export function hoursOf({ open_week, time_zone, special_days }: StoredHours): OpeningHours | null {
  if (open_week === null || time_zone === null) return null;
  const special: StoredSpecialDays = special_days === null ? [] : JSON.parse(special_days);
  return {
    time_zone,
    week: spansOf(open_week),
    special_days: special.map(({ week, ...days }) => ({ ...days, week: spansOf(week) })),
  };
}

function multirange(spans: MinuteSpan[]): string {
  return `{${spans.map(([from, to]) => `[${from},${to})`).join(',')}}`;
}

function spansOf(multirange: string): MinuteSpan[] {
  return [...multirange.matchAll(/\[(\d+),(\d+)\)/g)].map(([, from, to]) => [
    Number(from),
    Number(to),
  ]);
}
