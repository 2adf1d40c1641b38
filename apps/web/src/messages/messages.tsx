import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import {
  chooseLanguage,
  format,
  type Language,
  type MessageKey,
  type Values,
} from './catalogues.ts';

export interface Messages {
  language: Language;
  /** The locale for numbers, dates and distances: the reader's own, where it is of the language. */
  locale: string;
  t(key: MessageKey, values?: Values): string;
  choose(language: Language): void;
}

const Context = createContext<Messages | null>(null);

/** The reader's language for everything inside. */
export function MessagesProvider({
  language: asked,
  children,
}: {
  language: string | null;
  children: ReactNode;
}) {
  const [language, choose] = useState(() => chooseLanguage([asked, ...navigator.languages]));

  useEffect(
    function tellTheDocument() {
      document.documentElement.lang = language;
      document.documentElement.dir = 'ltr';
    },
    [language],
  );

  const messages = useMemo<Messages>(
    () => ({
      language,
      locale: navigator.languages.find((tag) => tag.split('-')[0] === language) ?? language,
      t: (key, values) => format(language, key, values),
      choose,
    }),
    [language],
  );
  return <Context value={messages}>{children}</Context>;
}

/** @throws Error outside of a MessagesProvider */
export function useMessages(): Messages {
  const messages = useContext(Context);
  if (!messages) throw new Error('useMessages needs a MessagesProvider around it.');
  return messages;
}
