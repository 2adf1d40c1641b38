import type { OrganizationWithListings, ServedFacility } from '#contract';
import { ContactLinks } from '../../components/contact/contact-links.tsx';
import { ListingList } from '../../components/listing-card/listing-list.tsx';
import { Provenance } from '../../components/provenance/provenance.tsx';
import { QuotedStatement } from '../../components/provenance/quoted-statement.tsx';
import { RecordText } from '../../components/provenance/record-text.tsx';
import { ReportProblemForm } from '../../components/report-problem/report-problem-form.tsx';
import { useMessages } from '../../i18n/messages.tsx';
import { pageUrl } from '../../urls/page-url.ts';

/** Shows an organization and its listings, including closed ones. */
export function OrganizationPage({ organization }: { organization: OrganizationWithListings }) {
  const { t } = useMessages();
  const { name, aliases, description, status_note, status, translations } = organization;
  const { website, email, listings } = organization;
  return (
    <>
      <article className="sheet">
        <h1>
          <bdi>{name}</bdi>
        </h1>
        {aliases.length > 0 ? (
          <p className="note" dir="auto">
            {aliases.join(' · ')}
          </p>
        ) : null}
        {description ? (
          <p>
            <RecordText text={description} field="description" translations={translations} />
          </p>
        ) : null}
        {status_note ? (
          <p className="note">
            <RecordText
              text={status_note}
              field={status === 'closed' ? 'what_happened' : 'status_note'}
              translations={translations}
            />
          </p>
        ) : null}
        <ContactLinks website={website} email={email} />
        <Provenance {...organization} />
        <ReportProblemForm kind="organization" slug={organization.slug} />
      </article>
      <ServedFacilities facilities={organization.facilities} />
      <h2>{t('organization.places')}</h2>
      <ListingList listings={listings} />
    </>
  );
}

/** Lists the detention facilities where the organization is stated to work. */
function ServedFacilities({ facilities }: { facilities: ServedFacility[] }) {
  const { t, language } = useMessages();
  if (facilities.length === 0) return null;
  return (
    <>
      <h2>{t('organization.facilities')}</h2>
      <ul className="cards">
        {facilities.map(({ facility, ...stated }) => (
          <li key={facility.slug} className="card">
            <h3>
              <a className="card-link" href={pageUrl(language, 'facility', facility.slug)}>
                <bdi>{facility.name}</bdi>
              </a>
            </h3>
            <QuotedStatement {...stated} />
          </li>
        ))}
      </ul>
    </>
  );
}
