import { type Language, languages } from '../messages/catalogues.ts';
import { useMessages } from '../messages/messages.tsx';

/** The name of the house, what it is for, and the language. */
export function Masthead({ onLanguage }: { onLanguage(language: Language): void }) {
  const { t, language, choose } = useMessages();
  return (
    <header className="masthead">
      <div>
        <h1>
          <img src="/icon.svg" alt="" width="36" height="36" /> {t('app.name')}
        </h1>
        <p>{t('app.lead')}</p>
      </div>
      <nav aria-label={t('page.language')}>
        {(Object.entries(languages) as [Language, string][]).map(([code, name]) => (
          <button
            key={code}
            type="button"
            lang={code}
            className="button quiet"
            aria-pressed={code === language}
            onClick={() => {
              choose(code);
              onLanguage(code);
            }}
          >
            {name}
          </button>
        ))}
      </nav>
    </header>
  );
}
