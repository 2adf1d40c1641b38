import type { SpecialDays } from '#contract';

type Days = Omit<SpecialDays, 'week'>;

/**
 * Returns whether a day is one of these.
 *
 * @param date local, `2026-12-25`
 */
export function appliesOn({ from, to, yearly }: Days, date: string): boolean {
  if (!yearly) return from <= date && date <= to;
  const [first, last, day] = [from, to, date].map(dayOfYear) as [string, string, string];
  return first <= last ? first <= day && day <= last : first <= day || day <= last;
}

/** Returns special days so that the most exact ones come first, each once. */
export function inOrder(days: SpecialDays[]): SpecialDays[] {
  const distinct = new Map(days.map((one) => [`${one.from} ${one.to} ${one.yearly}`, one]));
  return [...distinct.values()].sort(
    (a, b) =>
      length(a) - length(b) || Number(a.yearly) - Number(b.yearly) || (a.from < b.from ? 1 : -1),
  );
}

/** `12-25`: texts sort as days do. */
function dayOfYear(date: string): string {
  return date.slice(5);
}

function length({ from, to }: Days): number {
  return Date.parse(to) - Date.parse(from);
}
