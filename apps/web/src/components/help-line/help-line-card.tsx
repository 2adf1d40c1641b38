import type { HelpLine } from '#contract';
import { useMessages } from '../../i18n/messages.tsx';
import { pageUrl } from '../../urls/page-url.ts';
import { ContactLinks } from '../contact/contact-links.tsx';
import { Phones } from '../contact/phones.tsx';
import { Provenance, ProvenanceInBrief } from '../provenance/provenance.tsx';
import { SpeedDials } from '../speed-dial/speed-dials.tsx';

export interface HelpLineCardProps {
  line: HelpLine;
  /** Heading level, depending on the heading above. */
  heading?: 'h2' | 'h3';
}

/** Shows a help line with its phone numbers and its codes for detention phones. */
export function HelpLineCard({ line, heading: Name = 'h3' }: HelpLineCardProps) {
  const { t, language } = useMessages();
  const { slug, name, organization, audience, note, hours, website, email } = line;
  return (
    <li className="card" id={`line-${slug}`}>
      <article aria-labelledby={`line-name-${slug}`}>
        <Name id={`line-name-${slug}`}>
          <bdi>{name}</bdi>
        </Name>
        <p dir="auto">{[organization, audience].filter(Boolean).join(' · ')}</p>
        {note ? (
          <p className="note" dir="auto">
            {note}
          </p>
        ) : null}
        <SpeedDials dials={line.speed_dials} />
        <Phones phones={line.phones} />
        <ContactLinks website={website} email={email} />
        {hours ? (
          <p>
            {t('card.hours')}: <bdi>{hours}</bdi>
          </p>
        ) : null}
        {line.sources.length > 0 ? (
          <Provenance {...line} />
        ) : (
          <ProvenanceInBrief {...line} page={`${pageUrl(language, 'help-lines')}#line-${slug}`} />
        )}
      </article>
    </li>
  );
}
