import type { Freshness, SourceNote, VerificationMethod } from '#contract';
import { dateText } from '../../format/date-text.ts';
import { useMessages } from '../../i18n/messages.tsx';

export interface ProvenanceProps {
  freshness: Freshness;
  verified_at: string | null;
  /** By what means; missing where nobody keeps that. */
  verified_how?: VerificationMethod | null;
  source_date: string | null;
  sources: SourceNote[];
}

/** Who says so, and how old it is. */
export function Provenance(props: ProvenanceProps) {
  return (
    <div className="provenance">
      <Age {...props} />
      <Sources sources={props.sources} />
    </div>
  );
}

/** The same in a list, where the sources themselves would be most of what is sent. */
export function ProvenanceInBrief(props: Omit<ProvenanceProps, 'sources'> & { page: string }) {
  const { t } = useMessages();
  return (
    <div className="provenance">
      <Age {...props} />
      <a href={props.page}>{t('card.see_sources')}</a>
    </div>
  );
}

function Age(props: Omit<ProvenanceProps, 'sources'>) {
  const { freshness, verified_at, verified_how, source_date } = props;
  const { t, locale } = useMessages();
  const date = verified_at ? dateText(verified_at, locale) : '';
  return (
    <p className="fresh" data-fresh={freshness}>
      {t(`fresh.${freshness}`, { date })}{' '}
      {verified_how ? `${t(`fresh.how.${verified_how}`)} ` : null}
      {source_date ? t('fresh.source', { date: dateText(source_date, locale) }) : null}
    </p>
  );
}

/** Where it was read, folded away. */
export function Sources({ sources }: { sources: SourceNote[] }) {
  const { t, locale } = useMessages();
  if (sources.length === 0) return null;
  return (
    <details>
      <summary>{t('card.sources', { count: sources.length })}</summary>
      <ul>
        {sources.map(({ url, what, date: seen }) => (
          <li key={`${url}${what}`}>
            {url ? (
              <a href={url} rel="noreferrer external">
                <bdi>{what}</bdi>
              </a>
            ) : (
              <bdi>{what}</bdi>
            )}{' '}
            {seen ? <span className="note">{dateText(seen, locale)}</span> : null}
          </li>
        ))}
      </ul>
    </details>
  );
}
