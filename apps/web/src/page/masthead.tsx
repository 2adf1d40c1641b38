import { pageAddress, type SiteAddress, writeSiteAddress } from '../address/site-address.ts';
import { languages, languageTags } from '../messages/languages.ts';
import { useMessages } from '../messages/messages.tsx';
import { QuickExit } from './quick-exit.tsx';

/** The name of the house, the way out, and the same page in other languages. */
export function Masthead({ address }: { address: SiteAddress }) {
  const { t, language } = useMessages();
  return (
    <header className="masthead">
      <a className="brand" href={pageAddress(language, 'search')}>
        <img src="/icon.svg" alt="" width="36" height="36" /> {t('app.name')}
      </a>
      <nav aria-label={t('page.language')}>
        <ul className="languages">
          {languageTags.map((code) => (
            <li key={code}>
              <a
                href={writeSiteAddress({ ...address, language: code })}
                hrefLang={code}
                lang={code}
                aria-current={code === language ? 'true' : undefined}
              >
                <bdi>{languages[code].name}</bdi>
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <QuickExit />
    </header>
  );
}
