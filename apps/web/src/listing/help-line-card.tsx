import type { HelpLine } from '#contract';
import { pageAddress } from '../address/site-address.ts';
import { useMessages } from '../messages/messages.tsx';
import { Phones } from './phones.tsx';
import { Provenance, ProvenanceInBrief } from './provenance.tsx';
import { SpeedDials } from './speed-dials.tsx';

/** A line to call from anywhere, and the code to dial from inside. */
export function HelpLineCard({ line }: { line: HelpLine }) {
  const { t, language } = useMessages();
  const { slug, name, organization, audience, note, hours, website, email } = line;
  return (
    <li className="card" id={`line-${slug}`}>
      <article aria-labelledby={`line-name-${slug}`}>
        <h3 id={`line-name-${slug}`}>
          <bdi>{name}</bdi>
        </h3>
        <p dir="auto">{[organization, audience].filter(Boolean).join(' · ')}</p>
        {note ? (
          <p className="note" dir="auto">
            {note}
          </p>
        ) : null}
        <SpeedDials dials={line.speed_dials} />
        <Phones phones={line.phones} />
        <p className="links">
          {website ? (
            <a href={website} rel="noreferrer external">
              {t('card.website')}
            </a>
          ) : null}
          {email ? (
            <a href={`mailto:${email}`}>
              <bdi dir="ltr">{email}</bdi>
            </a>
          ) : null}
        </p>
        {hours ? (
          <p>
            {t('card.hours')}: <bdi>{hours}</bdi>
          </p>
        ) : null}
        {line.sources.length > 0 ? (
          <Provenance {...line} />
        ) : (
          <ProvenanceInBrief
            {...line}
            page={`${pageAddress(language, 'help-lines')}#line-${slug}`}
          />
        )}
      </article>
    </li>
  );
}
