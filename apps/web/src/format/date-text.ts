import { dateFormat } from '../i18n/formatters.ts';

/**
 * Formats a date in the visitor's locale, as precise as known.
 *
 * @param date `2026-07-20`, `2026-07`, `2026` or RFC 3339
 */
export function dateText(date: string, locale: string): string {
  const [year = '', month, day] = date.slice(0, 10).split('-');
  // Always Gregorian, the calendar of local courts and offices.
  const options: Intl.DateTimeFormatOptions = { calendar: 'gregory', year: 'numeric' };
  if (month) options.month = 'long';
  if (day) options.day = 'numeric';
  return dateFormat(locale, { ...options, timeZone: 'UTC' }).format(
    Date.UTC(Number(year), Number(month ?? 1) - 1, Number(day ?? 1)),
  );
}
