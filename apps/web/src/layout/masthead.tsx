import { languages, languageTags } from '../i18n/languages.ts';
import { useMessages } from '../i18n/messages.tsx';
import { formatPageUrl, type PageUrl, pageUrl } from '../urls/page-url.ts';
import { QuickExit } from './quick-exit.tsx';

/** The site's name, the quick exit, and links to the page in other languages. */
export function Masthead({ address }: { address: PageUrl }) {
  const { t, language } = useMessages();
  return (
    <header className="masthead">
      <a className="brand" href={pageUrl(language, 'search')}>
        <img src="/icon.svg" alt="" width="36" height="36" /> {t('app.name')}
      </a>
      <LanguageChoice address={address} />
      <QuickExit />
    </header>
  );
}

function LanguageChoice({ address }: { address: PageUrl }) {
  const { t, language } = useMessages();
  return (
    <nav aria-label={t('page.language')}>
      <details className="unfolds">
        <summary>
          <Globe /> <span className="only-heard">{t('page.language')}: </span>
          {languages[language].name}
        </summary>
        <ul className="languages">
          {languageTags.map((code) => (
            <li key={code}>
              <a
                href={formatPageUrl({ ...address, language: code })}
                hrefLang={code}
                lang={code}
                aria-current={code === language ? 'true' : undefined}
              >
                <bdi>{languages[code].name}</bdi>
              </a>
            </li>
          ))}
        </ul>
      </details>
    </nav>
  );
}

/** An icon for visitors who cannot read the language of the page. */
function Globe() {
  return (
    <svg className="globe" viewBox="0 0 24 24" width="20" height="20" aria-hidden="true">
      <circle cx="12" cy="12" r="9" />
      <ellipse cx="12" cy="12" rx="4" ry="9" />
      <path d="M3 12h18M4.5 7.5h15M4.5 16.5h15" />
    </svg>
  );
}
