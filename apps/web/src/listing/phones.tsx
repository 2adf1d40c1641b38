import type { Phone } from '#contract';
import { useMessages } from '../messages/messages.tsx';
import { dateText } from './date-text.ts';
import { phoneText } from './phone-text.ts';

/** Numbers to tap, each with whose it is and how old. */
export function Phones({ phones }: { phones: Phone[] }) {
  const { t, locale } = useMessages();
  if (phones.length === 0) return null;
  return (
    <ul className="phones">
      {phones.map(({ number, label, as_of }) => (
        <li key={number + label}>
          <a className="button call" href={`tel:${number}`}>
            {t('card.phones')} <bdi dir="ltr">{phoneText(number)}</bdi>
          </a>
          <span className="note">
            {label ? <bdi>{label}</bdi> : null}
            {label && as_of ? ' · ' : null}
            {as_of ? t('card.phoneAsOf', { date: dateText(as_of, locale) }) : null}
          </span>
        </li>
      ))}
    </ul>
  );
}
