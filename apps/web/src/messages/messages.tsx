import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import { format, type Language, languages, type MessageKey, type Values } from './catalogues.ts';

export interface Messages {
  language: Language;
  /** The locale for numbers, dates and distances: the reader's own, where it is of the language. */
  locale: string;
  t(key: MessageKey, values?: Values): string;
}

const Context = createContext<Messages | null>(null);

/** The reader's language for everything inside. */
export function MessagesProvider({
  language,
  children,
}: {
  language: Language;
  children: ReactNode;
}) {
  const [locale, setLocale] = useState(languages[language].locale);

  useEffect(
    function followTheReader() {
      const own = navigator.languages.find((tag) => tag.startsWith(`${language}-`));
      if (own) setLocale(own);
    },
    [language],
  );

  const messages = useMemo(() => messagesIn(language, locale), [language, locale]);
  return <Context value={messages}>{children}</Context>;
}

/** The texts of a language, outside of components. */
export function messagesIn(language: Language, locale = languages[language].locale): Messages {
  return { language, locale, t: (key, values) => format(language, key, values) };
}

/** @throws Error outside of a MessagesProvider */
export function useMessages(): Messages {
  const messages = useContext(Context);
  if (!messages) throw new Error('useMessages needs a MessagesProvider around it.');
  return messages;
}
