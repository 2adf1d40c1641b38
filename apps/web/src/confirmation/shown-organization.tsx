import type { ListedService, Listing, OrganizationWithListings } from '#contract';
import { ContactLinks } from '../components/contact/contact-links.tsx';
import { Phones } from '../components/contact/phones.tsx';
import { Place } from '../components/listing-card/place.tsx';
import { ServiceFacts } from '../components/listing-card/service-facts.tsx';
import { SpecialHours } from '../components/listing-card/special-hours.tsx';
import { RecordText } from '../components/provenance/record-text.tsx';
import { weekText } from '../format/week-text.ts';
import { useMessages } from '../i18n/messages.tsx';
import { useVocabulary } from '../i18n/vocabulary.tsx';

/** Shows what an organization can confirm: neither codes nor closed places. */
export function ShownOrganization({ organization }: { organization: OrganizationWithListings }) {
  const { name, aliases, description, translations, website, email, listings } = organization;
  return (
    <article className="sheet">
      <h2>
        <bdi>{name}</bdi>
      </h2>
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
      <ContactLinks website={website} email={email} />
      {listings.map((listing) => (
        <ShownListing key={listing.id} listing={listing} />
      ))}
    </article>
  );
}

function ShownListing({ listing }: { listing: Listing }) {
  return (
    <section>
      <h3>
        <bdi>{listing.name}</bdi>
      </h3>
      <Place listing={listing} brief={false} />
      <Phones phones={listing.phones} />
      {listing.services.map((service) => (
        <ShownService key={service.id} service={service} />
      ))}
    </section>
  );
}

function ShownService({ service }: { service: ListedService }) {
  const { t } = useMessages();
  const { serviceName } = useVocabulary();
  const { name, description, service_types, status, translations } = service;
  return (
    <>
      <h4>
        <bdi>{name}</bdi>
      </h4>
      {status === 'temporarily closed' ? <p className="note">{t('services.paused')}</p> : null}
      <ul className="services">
        {service_types.map((code) => (
          <li key={code}>{serviceName(code)}</li>
        ))}
      </ul>
      {description ? (
        <p className="about">
          <RecordText text={description} field="description" translations={translations} />
        </p>
      ) : null}
      <dl className="facts">
        <ShownHours service={service} />
        <ServiceFacts facts={service} documents />
      </dl>
    </>
  );
}

/** Hours as text and as times, whichever there are. */
function ShownHours({ service }: { service: ListedService }) {
  const { t, locale } = useMessages();
  const { hours, opening_hours, translations } = service;
  if (!hours && !opening_hours) return null;
  return (
    <>
      <dt>{t('card.hours')}</dt>
      <dd>
        {hours ? <RecordText text={hours} field="hours" translations={translations} /> : null}
        {hours && opening_hours ? <br /> : null}
        {opening_hours ? weekText(opening_hours, locale).join('; ') : null}
        <SpecialHours hours={opening_hours} />
      </dd>
    </>
  );
}
