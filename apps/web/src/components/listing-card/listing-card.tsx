import { memo } from 'react';
import type { Listing } from '#contract';
import { openingText } from '../../format/opening-text.ts';
import { useMessages } from '../../i18n/messages.tsx';
import { useVocabulary } from '../../i18n/vocabulary.tsx';
import { pageUrl } from '../../urls/page-url.ts';
import { EmailLink, WebsiteLink } from '../contact/contact-links.tsx';
import { Phones } from '../contact/phones.tsx';
import { ProvenanceInBrief } from '../provenance/provenance.tsx';
import { RecordText } from '../provenance/record-text.tsx';
import { SaveButton } from '../save-button/save-button.tsx';
import { SpeedDials } from '../speed-dial/speed-dials.tsx';
import { Place } from './place.tsx';
import { ServiceFacts } from './service-facts.tsx';
import { Services } from './services.tsx';
import { SpecialHours } from './special-hours.tsx';
import { Status } from './status.tsx';

export interface ListingCardProps {
  listing: Listing;
  /** Its number in the list and on the map; null if it is not on the map. */
  position?: number | null;
  highlighted?: boolean;
  onHighlight?(id: string | null): void;
}

/** Shows a listing in a list, with a link to its page. Memoized, so that long lists render fast. */
export const ListingCard = memo(function ListingCard(props: ListingCardProps) {
  const { listing, position = null, highlighted = false, onHighlight = () => {} } = props;
  const { language } = useMessages();
  const { id, slug, name, status } = listing;
  return (
    <li
      className="card"
      data-highlighted={highlighted || undefined}
      data-status={status}
      id={`listing-${id}`}
      onMouseEnter={() => onHighlight(id)}
      onMouseLeave={() => onHighlight(null)}
      onFocus={() => onHighlight(id)}
      onBlur={() => onHighlight(null)}
    >
      <article aria-labelledby={`name-${slug}`}>
        <Status {...listing} />
        <h3 id={`name-${slug}`} tabIndex={-1}>
          {position === null ? null : (
            <span className="number" aria-hidden="true">
              {position}
            </span>
          )}
          <a className="card-link" href={pageUrl(language, 'listing', slug)}>
            <bdi>{name}</bdi>
          </a>
        </h3>
        <ListingFacts listing={listing} brief />
        <p className="links">
          <SaveButton listing={listing} />
        </p>
        <ProvenanceInBrief {...listing} page={pageUrl(language, 'listing', slug)} />
      </article>
    </li>
  );
});

/** Shows the facts about a listing: services, place, distance, phone numbers and other details. */
export function ListingFacts({ listing, brief = false }: { listing: Listing; brief?: boolean }) {
  const { serviceName } = useVocabulary();
  const { service_types, description, status, translations } = listing;
  return (
    <>
      <ul className="services">
        {service_types.map((code) => (
          <li key={code}>{serviceName(code)}</li>
        ))}
      </ul>
      <Place listing={listing} brief={brief} />
      {description ? (
        <p className="about">
          <RecordText text={description} field="description" translations={translations} />
        </p>
      ) : null}
      {status === 'closed' ? null : <Phones phones={listing.phones} />}
      <SpeedDials dials={listing.speed_dials} />
      <Details listing={listing} brief={brief} />
      {showsServices(listing, brief) ? <Services {...listing} /> : null}
    </>
  );
}

// A list tells of all services together; a single one is the listing itself.
function showsServices({ services }: Listing, brief: boolean): boolean {
  return !brief && services.length > 1;
}

function Details({ listing, brief }: { listing: Listing; brief: boolean }) {
  const messages = useMessages();
  const { t } = messages;
  const { website, email, hours, open, status, translations } = listing;
  const only = listing.services[0]?.opening_hours ?? null;
  return (
    <dl className="facts">
      {status === 'closed' ? null : (
        <>
          <dt>{t('card.hours')}</dt>
          <dd>
            {!open && hours ? null : openingText(open, messages)}
            {open && hours ? ' · ' : null}
            {hours ? <RecordText text={hours} field="hours" translations={translations} /> : null}
            {brief || showsServices(listing, brief) ? null : <SpecialHours hours={only} />}
          </dd>
        </>
      )}
      {showsServices(listing, brief) ? null : (
        <ServiceFacts facts={listing} documents={!brief && status !== 'closed'} />
      )}
      {email ? (
        <>
          <dt>{t('card.email')}</dt>
          <dd>
            <EmailLink address={email} />
          </dd>
        </>
      ) : null}
      {website ? (
        <>
          <dt>{t('card.website')}</dt>
          <dd>
            <WebsiteLink url={website} />
          </dd>
        </>
      ) : null}
    </dl>
  );
}
