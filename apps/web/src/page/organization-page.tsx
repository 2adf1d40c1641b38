import type { OrganizationWithListings } from '#contract';
import { ContactLinks } from '../listing/contact-links.tsx';
import { ListingList } from '../listing/listing-list.tsx';
import { Provenance } from '../listing/provenance.tsx';
import { RecordText } from '../listing/record-text.tsx';
import { useMessages } from '../messages/messages.tsx';
import { TellForm } from './tell-form.tsx';

/** An organization, and the places where it helps, closed ones too. */
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
        <TellForm kind="organization" slug={organization.slug} />
      </article>
      <h2>{t('organization.places')}</h2>
      <ListingList listings={listings} />
    </>
  );
}
