/**
 * A date in the reader's words, as precise as it is known.
 *
 * @param date `2026-07-20`, `2026-07`, `2026` or RFC 3339
 */
export function dateText(date: string, locale: string): string {
  const [year = '', month, day] = date.slice(0, 10).split('-');
  if (!month) return year;
  const options: Intl.DateTimeFormatOptions = { year: 'numeric', month: 'long', timeZone: 'UTC' };
  if (day) options.day = 'numeric';
  return new Intl.DateTimeFormat(locale, options).format(
    Date.UTC(Number(year), Number(month) - 1, Number(day ?? 1)),
  );
}
