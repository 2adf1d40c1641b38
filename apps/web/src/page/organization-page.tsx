import type { OrganizationWithListings } from '#contract';
import { ContactLinks } from '../listing/contact-links.tsx';
import { ListingList } from '../listing/listing-list.tsx';
import { Provenance } from '../listing/provenance.tsx';
import { useMessages } from '../messages/messages.tsx';
import { TellForm } from './tell-form.tsx';

/** An organization, and the places where it helps, closed ones too. */
export function OrganizationPage({ organization }: { organization: OrganizationWithListings }) {
  const { t } = useMessages();
  const { name, aliases, description, status_note, website, email, listings } = organization;
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
        {description ? <p dir="auto">{description}</p> : null}
        {status_note ? (
          <p className="note" dir="auto">
            {status_note}
          </p>
        ) : null}
        <ContactLinks website={website} email={email} />
        <Provenance {...organization} />
        <TellForm kind="organization" slug={organization.slug} />
      </article>
      <h2>{t('organization.places')}</h2>
      <ListingList listings={listings} />
    </>
  );
}
