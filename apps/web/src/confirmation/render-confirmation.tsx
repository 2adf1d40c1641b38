import { renderToStaticMarkup } from 'react-dom/server';
import type { ApiClient } from '../api-client/fetch-json.ts';
import { loadVocabulary } from '../app/load-vocabulary.ts';
import { languages, languageTags } from '../i18n/languages.ts';
import { MessagesProvider, useMessages } from '../i18n/messages.tsx';
import { type Vocabulary, VocabularyProvider } from '../i18n/vocabulary.tsx';
import { ConfirmationPage, confirmationTitle } from './confirmation-page.tsx';
import { type ConfirmationView, confirmationUrl } from './confirmation-view.ts';

const NO_VOCABULARY: Vocabulary = { regions: [], services: [], languages: [] };

export interface ConfirmationParts {
  /** URLs of style sheets. */
  styles: string[];
  api: ApiClient;
}

/**
 * Renders a page behind a mailed link. It has no script: nothing keeps its address, and no copy of it
 * comes to the device.
 */
export async function renderConfirmation(
  view: ConfirmationView,
  { styles, api }: ConfirmationParts,
): Promise<string> {
  const { language, state } = view;
  const vocabulary = state === 'ask' ? await loadVocabulary(language, api) : NO_VOCABULARY;
  const html = renderToStaticMarkup(
    <html lang={language} dir={languages[language].direction}>
      <Head title={confirmationTitle(view)} styles={styles} />
      <body>
        <div id="page">
          <MessagesProvider language={language}>
            <VocabularyProvider vocabulary={vocabulary}>
              <Header view={view} />
              <main id="content">
                <ConfirmationPage view={view} />
              </main>
            </VocabularyProvider>
          </MessagesProvider>
        </div>
      </body>
    </html>,
  );
  return `<!doctype html>${html}`;
}

function Head({ title, styles }: { title: string; styles: string[] }) {
  return (
    <head>
      <meta charSet="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{title}</title>
      <meta name="robots" content="noindex" />
      <meta name="referrer" content="no-referrer" />
      <meta name="color-scheme" content="light dark" />
      <link rel="icon" href="/icon.svg" type="image/svg+xml" />
      {styles.map((href) => (
        <link key={href} rel="stylesheet" href={href} />
      ))}
    </head>
  );
}

/** The site's name, and links to the page in other languages. */
function Header({ view: { language, token, state } }: { view: ConfirmationView }) {
  const { t } = useMessages();
  const action = state === 'stop' || state === 'stopped' ? 'unsubscribe' : '';
  return (
    <header className="masthead">
      <a className="brand" href={`/${language}/`}>
        <img src="/icon.svg" alt="" width="36" height="36" /> {t('app.name')}
      </a>
      <nav aria-label={t('page.language')}>
        <details className="unfolds">
          <summary>
            <span className="only-heard">{t('page.language')}: </span>
            {languages[language].name}
          </summary>
          <ul className="languages">
            {languageTags.map((code) => (
              <li key={code}>
                <a
                  href={confirmationUrl(code, token, action)}
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
    </header>
  );
}
