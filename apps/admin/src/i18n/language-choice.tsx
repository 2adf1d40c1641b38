import { createContext, useContext } from 'react';
import { type ConsoleLanguage, consoleLanguages, useMessages } from './messages.tsx';

export const LanguageContext = createContext<(language: ConsoleLanguage) => void>(() => {});

/** Changes the language of the console, on this device. */
export function LanguageChoice() {
  const { t, language } = useMessages();
  const choose = useContext(LanguageContext);
  return (
    <label className="language-choice">
      <span className="visually-hidden">{t('shell.language')}</span>
      <select value={language} onChange={({ target }) => choose(target.value as ConsoleLanguage)}>
        {Object.entries(consoleLanguages).map(([code, { name }]) => (
          <option key={code} value={code} lang={code}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
