import type { FacilityHelp } from '#contract';
import { HelpLineList } from '../../components/help-line/help-line-list.tsx';
import { Sources } from '../../components/provenance/provenance.tsx';
import { RecordParagraph } from '../../components/provenance/record-text.tsx';
import { ReportProblemForm } from '../../components/report-problem/report-problem-form.tsx';
import { SpeedDialCard } from '../../components/speed-dial/speed-dial-card.tsx';
import { phoneText } from '../../format/phone-text.ts';
import { useMessages } from '../../i18n/messages.tsx';
import { pageUrl } from '../../urls/page-url.ts';
import { FacilityHelperCard } from './facility-helper-card.tsx';

/** Shows a detention facility: its codes, how to find a person there, and legal help. */
export function FacilityPage({ help }: { help: FacilityHelp }) {
  const { t, language } = useMessages();
  const { facility, speed_dials, locators, helpers } = help;
  const near = [facility.city, facility.region.slice(3)].join(', ');
  return (
    <>
      <FacilityDetails facility={facility} />
      <h2 id="inside">{t('facility.call')}</h2>
      <p>{t('facility.callAbout')}</p>
      <ul className="cards">
        {speed_dials.map((dial) => (
          <SpeedDialCard key={dial.id} dial={dial} />
        ))}
      </ul>
      <p className="links">
        <a href={pageUrl(language, 'wallet', facility.slug)}>{t('wallet.link')}</a>
      </p>
      <h2 id="legal">{t('facility.legal')}</h2>
      <p>{t('facility.legalAbout')}</p>
      {helpers.length === 0 ? <p className="problem">{t('group.empty')}</p> : null}
      <ul className="cards">
        {helpers.map((helper) => (
          <FacilityHelperCard key={helper.listing.id} helper={helper} />
        ))}
      </ul>
      <p className="links">
        <a href={pageUrl(language, 'search', '', { near, service: 'legal' })}>
          {t('results.heading.near', { place: near })}
        </a>
      </p>
      <h2 id="find">{t('facility.find')}</h2>
      <HelpLineList lines={locators} />
    </>
  );
}

function FacilityDetails({ facility }: Pick<FacilityHelp, 'facility'>) {
  const { t } = useMessages();
  const { name, address, city, region, postal_code, phone, note, field_office } = facility;
  return (
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
      <p>
        {t('facility.office')}: <bdi>{field_office}</bdi>
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
      <p className="note">{t('facility.noVisits')}</p>
      {note ? (
        <p className="note">
          <RecordParagraph text={note} />
        </p>
      ) : null}
      <p className="links">
        <a href="#inside">{t('facility.call')}</a>
        <a href="#legal">{t('facility.legal')}</a>
        <a href="#find">{t('facility.find')}</a>
      </p>
      <Sources sources={facility.sources} />
      <ReportProblemForm kind="facility" slug={facility.slug} />
    </article>
  );
}
