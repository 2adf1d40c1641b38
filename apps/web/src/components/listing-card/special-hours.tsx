import type { OpeningHours } from '#contract';
import { specialDaysText } from '../../format/special-days-text.ts';
import { useMessages } from '../../i18n/messages.tsx';

/** Holidays and other days with hours of their own, a line for each. */
export function SpecialHours({ hours }: { hours: OpeningHours | null }) {
  const messages = useMessages();
  if (!hours) return null;
  return specialDaysText(hours, messages).map((text) => (
    <span className="special-hours" key={text}>
      {text}
    </span>
  ));
}
