import { HelpLineList } from '../../components/help-line/help-line-list.tsx';
import { ListingList } from '../../components/listing-card/listing-list.tsx';
import { dateText } from '../../format/date-text.ts';
import { useMessages } from '../../i18n/messages.tsx';
import type { Booklet } from './load-booklet.ts';

/** A printable booklet of all help in a region: a cover, its towns, and the help lines. */
export function BookletPage({ name, booklet }: { name: string; booklet: Booklet }) {
  const { t } = useMessages();
  const { towns, lines, whole } = booklet;
  return (
    <>
      <Cover name={name} booklet={booklet} />
      <div className="booklet">
        {towns.length === 0 ? <p className="problem">{t('group.empty')}</p> : null}
        {towns.map((town) => (
          <section key={town.name}>
            <h2>{town.name ?? t('remote.heading')}</h2>
            <ListingList listings={town.listings} />
          </section>
        ))}
        {whole ? null : <p className="note">{t('print.more')}</p>}
        <h2>{t('lines.heading')}</h2>
        <p>{t('lines.about')}</p>
        <HelpLineList lines={lines} />
      </div>
    </>
  );
}

function Cover({ name, booklet: { made, sources } }: { name: string; booklet: Booklet }) {
  const { t, locale } = useMessages();
  return (
    <header className="sheet cover">
      <h1>{t('state.heading', { name })}</h1>
      <p>
        <strong>{t('print.made', { date: dateText(made, locale) })}</strong>
      </p>
      <p>{t('print.age')}</p>
      {sources ? (
        <p className="note">
          {t('print.sources', {
            oldest: dateText(sources.oldest, locale),
            newest: dateText(sources.newest, locale),
          })}
        </p>
      ) : null}
      <button type="button" className="button main needs-script" onClick={() => print()}>
        {t('print.button')}
      </button>
    </header>
  );
}
