import type { OpeningHours, SpecialDays } from '#contract';
import { dateFormat } from '../i18n/formatters.ts';
import type { Messages } from '../i18n/messages.tsx';
import { hoursOfDay } from './week-text.ts';

/** More of them would bury the rest of the page. */
const MAX_SHOWN = 12;

/**
 * Formats the special days of a place that are not over: `Closed December 25`, `December 24: 8:00 AM –
 * 12:00 PM`.
 */
export function specialDaysText({ special_days }: OpeningHours, messages: Messages): string[] {
  const today = new Date().toISOString().slice(0, 10);
  return special_days
    .filter(({ to, yearly }) => yearly || to >= today)
    .sort((a, b) => (dateOf(a) < dateOf(b) ? -1 : 1))
    .slice(0, MAX_SHOWN)
    .map((special) => specialText(special, messages));
}

function specialText(special: SpecialDays, { t, locale }: Messages): string {
  const { from, to, yearly, week } = special;
  const format = dateFormat(locale, {
    month: 'long',
    day: 'numeric',
    timeZone: 'UTC',
    ...(!yearly && { year: 'numeric' }),
  });
  const [first, last] = [noon(from), noon(to)];
  const days = from === to ? format.format(first) : format.formatRange(first, last);
  const weekday = (first.getUTCDay() + 6) % 7;
  const hours = hoursOfDay(weekday, week, locale);
  return hours === '' ? t('hours.closedOn', { days }) : t('hours.specialOn', { days, hours });
}

function dateOf({ from, yearly }: SpecialDays): string {
  return yearly ? from.slice(5) : from;
}

function noon(date: string): Date {
  return new Date(`${date}T12:00:00Z`);
}
