import type { Opening } from '#contract';
import type { Messages } from '../i18n/messages.tsx';

const MAX_WEEKDAY_MS = 6 * 24 * 60 * 60 * 1000;

/** Formats whether a place is open and until when, in the local time of the place. */
export function openingText(open: Opening | null, { t, locale }: Messages): string {
  if (!open) return t('open.unknown');
  const { state, until } = open;
  if (until === null) return t(`open.${state}`);
  // Shows the local time of the place, not of the visitor: the offset is omitted on purpose.
  const clock = new Date(`${until.slice(0, 19)}Z`);
  // A weekday alone would be taken for the next one.
  const isFar = Date.parse(until) - Date.now() > MAX_WEEKDAY_MS;
  const time = clock.toLocaleString(locale, {
    weekday: 'short',
    ...(isFar && { month: 'short', day: 'numeric' }),
    hour: 'numeric',
    minute: '2-digit',
    timeZone: 'UTC',
  });
  return t(`open.${state}.until`, { time });
}
