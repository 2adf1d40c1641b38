import type { FacilityHelper } from '#contract';
import { Phones } from '../../components/contact/phones.tsx';
import { Status } from '../../components/listing-card/status.tsx';
import { ProvenanceInBrief } from '../../components/provenance/provenance.tsx';
import { QuotedStatement } from '../../components/provenance/quoted-statement.tsx';
import { locationText } from '../../format/distance-text.ts';
import { useMessages } from '../../i18n/messages.tsx';
import { pageUrl } from '../../urls/page-url.ts';

/** Shows an organization that may help in a facility, and the evidence for it. */
export function FacilityHelperCard({ helper }: { helper: FacilityHelper }) {
  const messages = useMessages();
  const { t, language } = messages;
  const { evidence, stated, listing } = helper;
  const { id, slug, name, phones } = listing;
  const page = pageUrl(language, 'listing', slug);
  const distance = locationText(listing, messages);
  return (
    <li className="card" data-status={listing.status}>
      <article aria-labelledby={`helper-${id}`}>
        <Status {...listing} />
        <h3 id={`helper-${id}`}>
          <a className="card-link" href={page}>
            <bdi>{name}</bdi>
          </a>
        </h3>
        <p className="evidence" data-evidence={evidence}>
          <strong>{t(`facility.evidence.${evidence}`)}</strong>
          {distance ? <span className="far"> · {distance}</span> : null}
        </p>
        {stated ? <QuotedStatement {...stated} /> : null}
        <Phones phones={phones} />
        <ProvenanceInBrief {...listing} page={page} />
      </article>
    </li>
  );
}
