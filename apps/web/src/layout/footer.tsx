import { useMessages } from '../i18n/messages.tsx';
import { pageUrl } from '../urls/page-url.ts';

/** The footer, with links to the other main pages. */
export function Footer() {
  const { t, language } = useMessages();
  return (
    <footer className="footer" id="more" tabIndex={-1}>
      <nav aria-label={t('page.more')}>
        <ul className="links">
          <li>
            <a href={pageUrl(language, 'search')}>{t('results.heading')}</a>
          </li>
          <li>
            <a href={pageUrl(language, 'help-lines')}>{t('lines.heading')}</a>
          </li>
          <li>
            <a href={pageUrl(language, 'guides')}>{t('guides.heading')}</a>
          </li>
          <li>
            <a href={pageUrl(language, 'facilities')}>{t('facilities.heading')}</a>
          </li>
          <li>
            <a href={pageUrl(language, 'saved')}>{t('saved.heading')}</a>
          </li>
          <li>
            <a href={pageUrl(language, 'about')}>{t('about.heading')}</a>
          </li>
          <li>
            <a href={pageUrl(language, 'privacy')}>{t('privacy.heading')}</a>
          </li>
          <li>
            <a href="/docs">{t('page.forDevelopers')}</a>
          </li>
        </ul>
      </nav>
      <p className="note">{t('exit.hint')}</p>
    </footer>
  );
}
