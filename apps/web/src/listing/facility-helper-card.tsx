import type { FacilityHelper } from '#contract';
import { pageAddress } from '../address/site-address.ts';
import { useMessages } from '../messages/messages.tsx';
import { whereText } from './distance-text.ts';
import { Phones } from './phones.tsx';
import { ProvenanceInBrief } from './provenance.tsx';
import { Quoted } from './quoted.tsx';
import { Status } from './status.tsx';

/** Who may help in a facility, and how that is known. */
export function FacilityHelperCard({ helper }: { helper: FacilityHelper }) {
  const messages = useMessages();
  const { t, language } = messages;
  const { evidence, stated, listing } = helper;
  const { id, slug, name, phones } = listing;
  const page = pageAddress(language, 'listing', slug);
  const far = whereText(listing, messages);
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
          {far ? <span className="far"> · {far}</span> : null}
        </p>
        {stated ? <Quoted {...stated} /> : null}
        <Phones phones={phones} />
        <ProvenanceInBrief {...listing} page={page} />
      </article>
    </li>
  );
}
