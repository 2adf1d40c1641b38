import type { FacilityHelp, SpeedDialRecord } from '#contract';
import { dateText } from '../../format/date-text.ts';
import { phoneText } from '../../format/phone-text.ts';
import { spokenCode } from '../../format/spoken-code.ts';
import { useMessages } from '../../i18n/messages.tsx';
import { pageUrl } from '../../urls/page-url.ts';

/** A printable wallet card with the codes of a facility and the date it was printed. */
export function WalletPage({ help, made }: { help: FacilityHelp; made: string }) {
  const { t, language, locale } = useMessages();
  const { facility, speed_dials } = help;
  return (
    <>
      <header className="sheet wallet-intro">
        <h1>{t('wallet.heading', { name: facility.name })}</h1>
        <p>{t('wallet.lead')}</p>
        <p className="links">
          <button type="button" className="button main needs-script" onClick={() => print()}>
            {t('print.button')}
          </button>
          <a href={pageUrl(language, 'facility', facility.slug)}>
            <bdi>{facility.name}</bdi>
          </a>
        </p>
      </header>
      <section className="wallet" aria-label={t('wallet.label')}>
        <p>
          <strong>
            <bdi>{facility.name}</bdi>
          </strong>
        </p>
        <p>{t('dial.heading')}:</p>
        <ul>
          {speed_dials.map((dial) => (
            <WalletLine key={dial.id} dial={dial} />
          ))}
        </ul>
        <p>{t('wallet.warning')}</p>
        <p>{t('print.made', { date: dateText(made, locale) })}</p>
      </section>
    </>
  );
}

function WalletLine({ dial: { code, owner, phones } }: { dial: SpeedDialRecord }) {
  const messages = useMessages();
  const [outside] = phones;
  return (
    <li>
      <strong className="wallet-code">
        <bdi dir="ltr" aria-hidden="true">
          {code}
        </bdi>
        <span className="only-heard">{spokenCode(code, messages)}</span>
      </strong>{' '}
      <bdi>{owner.name}</bdi>
      {outside ? (
        <>
          {' '}
          <span className="note">
            {messages.t('wallet.outside')} <bdi dir="ltr">{phoneText(outside.number)}</bdi>
            {outside.label ? (
              <>
                {' '}
                (<bdi>{outside.label}</bdi>)
              </>
            ) : null}
          </span>
        </>
      ) : null}
    </li>
  );
}
