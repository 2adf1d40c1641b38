import type { Opening } from '#contract';
import type { Messages } from '../i18n/messages.tsx';

/** Whether a place is open and until when, on the clocks of the place. */
export function openingText({ state, until }: Opening, { t, locale }: Messages): string {
  if (state === 'unknown' || until === null) return t(`open.${state}`);
  // The clock at the place, whatever the zone of the reader: the offset is left out on purpose.
  const clock = new Date(`${until.slice(0, 19)}Z`);
  const time = clock.toLocaleString(locale, {
    weekday: 'short',
    hour: 'numeric',
    minute: '2-digit',
    timeZone: 'UTC',
  });
  return t(`open.${state}.until`, { time });
}
