import type { Listing } from '#contract';
import { pageAddress } from '../address/site-address.ts';
import { ListingAnswers } from '../listing/listing-card.tsx';
import { Provenance } from '../listing/provenance.tsx';
import { Share } from '../listing/share.tsx';
import { Status } from '../listing/status.tsx';
import { useMessages } from '../messages/messages.tsx';
import { SaveButton } from '../saved/save-button.tsx';
import { TellForm } from './tell-form.tsx';

/** One place, with all that is known of it. */
export function ListingPage({ listing }: { listing: Listing }) {
  const { t, language } = useMessages();
  const { name, organization, location, status } = listing;
  const town = [location?.city, location?.region?.slice(3)].filter(Boolean).join(', ');
  return (
    <article className="sheet" data-status={status}>
      <Status {...listing} />
      <h1>
        <bdi>{name}</bdi>
      </h1>
      <ListingAnswers listing={listing} />
      <Provenance {...listing} />
      <p className="links needs-script">
        <SaveButton listing={listing} />
        <button type="button" className="button" onClick={() => print()}>
          {t('print.button')}
        </button>
      </p>
      <Share listing={listing} />
      <TellForm kind="listing" slug={listing.slug} />
      <p className="links">
        <a href={pageAddress(language, 'organization', organization.slug)}>
          {t('listing.organization', { name: organization.name })}
        </a>
        {location?.city ? (
          <a href={pageAddress(language, 'search', '', { near: town })}>
            {t('results.heading.near', { place: town })}
          </a>
        ) : null}
      </p>
    </article>
  );
}
