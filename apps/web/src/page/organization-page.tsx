import type { OrganizationWithListings } from '#contract';
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
        <p className="links">
          {website ? (
            <a href={website} rel="noreferrer external">
              <bdi dir="ltr">{new URL(website).host}</bdi>
            </a>
          ) : null}
          {email ? (
            <a href={`mailto:${email}`}>
              <bdi dir="ltr">{email}</bdi>
            </a>
          ) : null}
        </p>
        <Provenance {...organization} />
        <TellForm kind="organization" slug={organization.slug} />
      </article>
      <h2>{t('organization.places')}</h2>
      <ListingList listings={listings} />
    </>
  );
}
