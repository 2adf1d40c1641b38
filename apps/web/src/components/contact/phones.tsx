import type { Phone } from '#contract';
import { dateText } from '../../format/date-text.ts';
import { phoneText } from '../../format/phone-text.ts';
import { useMessages } from '../../i18n/messages.tsx';

/** Lists phone numbers to call, each with its label and date. */
export function Phones({ phones }: { phones: Phone[] }) {
  const { t, locale } = useMessages();
  if (phones.length === 0) return null;
  return (
    <ul className="phones">
      {phones.map((phone) => (
        <li key={phone.number + phone.label}>
          <PhoneLink phone={phone} />
          <span className="note">
            {phone.label ? <bdi>{phone.label}</bdi> : null}
            {phone.label && phone.as_of ? ' · ' : null}
            {phone.as_of ? t('card.phoneAsOf', { date: dateText(phone.as_of, locale) }) : null}
          </span>
        </li>
      ))}
    </ul>
  );
}

// Fax and pager numbers are no call links, and a textphone has its own label.
function PhoneLink({ phone: { number, type } }: { phone: Phone }) {
  const { t } = useMessages();
  const text = <bdi dir="ltr">{phoneText(number)}</bdi>;
  if (type === 'fax' || type === 'pager') {
    return (
      <span>
        {t(`phone.${type}`)}: {text}
      </span>
    );
  }
  if (type === 'text') {
    return (
      <a className="button call" href={`sms:${number}`}>
        {t('phone.text')} {text}
      </a>
    );
  }
  return (
    <a className="button call" href={`tel:${number}`}>
      {t(type === 'textphone' ? 'phone.textphone' : 'card.phones')} {text}
    </a>
  );
}
