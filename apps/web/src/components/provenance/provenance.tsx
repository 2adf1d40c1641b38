import type { Freshness, RecordedMethod, SourceNote } from '#contract';
import { dateText } from '../../format/date-text.ts';
import { useMessages } from '../../i18n/messages.tsx';

export interface ProvenanceProps {
  freshness: Freshness;
  verified_at: string | null;
  /** The verification method; undefined for records without one. */
  verified_how?: RecordedMethod | null;
  source_date: string | null;
  sources: SourceNote[];
}

/** Shows the sources of a record and how old it is. */
export function Provenance(props: ProvenanceProps) {
  return (
    <div className="provenance">
      <Age {...props} />
      <Sources sources={props.sources} />
    </div>
  );
}

/** The short form for lists, which omits the sources because of their size. */
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

/** Lists the sources in a collapsed section. */
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
