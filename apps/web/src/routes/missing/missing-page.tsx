import { useMessages } from '../../i18n/messages.tsx';
import { pageUrl } from '../../urls/page-url.ts';

/** The "not found" page, with a search form. */
export function MissingPage() {
  const { t, language } = useMessages();
  return (
    <article className="sheet text">
      <h1>{t('missing.heading')}</h1>
      <p>{t('missing.lead')}</p>
      <form className="row" action={pageUrl(language, 'search')}>
        <input name="near" type="search" dir="auto" aria-label={t('search.label')} />
        <button type="submit" className="button main">
          {t('search.button')}
        </button>
      </form>
      <p className="links">
        <a href={pageUrl(language, 'search')}>{t('results.heading')}</a>
        <a href={pageUrl(language, 'help-lines')}>{t('lines.heading')}</a>
      </p>
    </article>
  );
}
