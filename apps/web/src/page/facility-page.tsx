import type { Facility, HelpLine } from '#contract';
import { pageAddress } from '../address/site-address.ts';
import { HelpLineList } from '../listing/help-line-list.tsx';
import { phoneText } from '../listing/phone-text.ts';
import { Sources } from '../listing/provenance.tsx';
import { useMessages } from '../messages/messages.tsx';
import { TellForm } from './tell-form.tsx';

/** A place where people are detained, and whom they can call from inside. */
export function FacilityPage({ facility, lines }: { facility: Facility; lines: HelpLine[] }) {
  const { t, language } = useMessages();
  const { name, address, city, region, postal_code, phone, note, field_office } = facility;
  const near = [city, region.slice(3)].join(', ');
  return (
    <>
      <article className="sheet">
        <h1>
          <bdi>{name}</bdi>
        </h1>
        <p>{t('facility.lead')}</p>
        <p>
          <bdi dir="ltr">
            {address}, {city} {region.slice(3)} {postal_code}
          </bdi>
        </p>
        {phone ? (
          <p>
            <a className="button call" href={`tel:${phone}`}>
              {t('card.phones')} <bdi dir="ltr">{phoneText(phone)}</bdi>
            </a>
          </p>
        ) : (
          <p className="note">{t('facility.noPhone')}</p>
        )}
        {note ? (
          <p className="note" dir="auto">
            {note}
          </p>
        ) : null}
        <p>
          {t('facility.office')}: <bdi>{field_office}</bdi>
        </p>
        <p className="links">
          <a href={pageAddress(language, 'search', '', { near })}>
            {t('results.heading.near', { place: near })}
          </a>
        </p>
        <Sources sources={facility.sources} />
        <TellForm kind="facility" slug={facility.slug} />
      </article>
      <h2>{t('facility.lines')}</h2>
      <HelpLineList lines={lines} />
    </>
  );
}
