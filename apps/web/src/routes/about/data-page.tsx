import { freshnesses, listingStatuses, type Statistics, sourceKinds } from '#contract';
import { dateText } from '../../format/date-text.ts';
import type { MessageKey } from '../../i18n/catalogs.ts';
import { numberFormat } from '../../i18n/formatters.ts';
import { useMessages } from '../../i18n/messages.tsx';

/** Shows how reliable the directory is, with counts from the time of the request. */
export function DataPage({ statistics }: { statistics: Statistics }) {
  const { t, locale } = useMessages();
  const { at, listings, sources, changes } = statistics;
  return (
    <article className="sheet text">
      <h1>{t('data.heading')}</h1>
      <p>{t('data.lead', { date: dateText(at, locale) })}</p>
      <CountTable
        heading="data.freshness"
        rows={freshnesses.map((code) => [`data.${code}`, listings.by_freshness[code]])}
      />
      <CountTable
        heading="data.status"
        rows={listingStatuses.map((code) => [`data.status.${code}`, listings.by_status[code]])}
      />
      <CountTable
        heading="data.sources"
        rows={sourceKinds.map((code) => [`data.sources.${code}`, sources[code]])}
      />
      <CountTable
        heading="data.changes"
        rows={(['created', 'updated', 'deleted'] as const).map((action) => [
          `data.changed.${action}`,
          changes[action],
        ])}
      />
    </article>
  );
}

function CountTable({ heading, rows }: { heading: MessageKey; rows: [MessageKey, number][] }) {
  const { t, locale } = useMessages();
  const number = numberFormat(locale, {});
  return (
    <section>
      <h2>{t(heading)}</h2>
      <table>
        <tbody>
          {rows.map(([name, count]) => (
            <tr key={name}>
              <th scope="row">{t(name)}</th>
              <td>{number.format(count)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
