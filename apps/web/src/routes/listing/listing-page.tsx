import type { Listing } from '#contract';
import { ListingFacts } from '../../components/listing-card/listing-card.tsx';
import { Status } from '../../components/listing-card/status.tsx';
import { Provenance } from '../../components/provenance/provenance.tsx';
import { ReportProblemForm } from '../../components/report-problem/report-problem-form.tsx';
import { SaveButton } from '../../components/save-button/save-button.tsx';
import { useMessages } from '../../i18n/messages.tsx';
import { pageUrl } from '../../urls/page-url.ts';
import { Share } from './share.tsx';

/** Shows all details of a listing. */
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
      <ListingFacts listing={listing} />
      <Provenance {...listing} />
      <p className="links needs-script">
        <SaveButton listing={listing} />
        <button type="button" className="button" onClick={() => print()}>
          {t('print.button')}
        </button>
      </p>
      <Share listing={listing} />
      <ReportProblemForm kind="listing" slug={listing.slug} />
      <p className="links">
        <a href={pageUrl(language, 'organization', organization.slug)}>
          {t('listing.organization', { name: organization.name })}
        </a>
        {location?.city ? (
          <a href={pageUrl(language, 'search', '', { near: town })}>
            {t('results.heading.near', { place: town })}
          </a>
        ) : null}
      </p>
    </article>
  );
}
