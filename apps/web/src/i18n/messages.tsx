import {
  createContext,
  type ReactNode,
  startTransition,
  useContext,
  useEffect,
  useMemo,
  useState,
} from 'react';
import { bidiIsolate } from './bidi-isolate.ts';
import { format, type MessageKey, type Values } from './catalogs.ts';
import { type Language, languages } from './languages.ts';

export interface Messages {
  language: Language;
  /** The locale for numbers, dates and distances: the reader's own, where it is of the language. */
  locale: string;
  direction: 'ltr' | 'rtl';
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
      const own = navigator.languages.filter((tag) => tag.startsWith(`${language}-`));
      const [known] = Intl.DateTimeFormat.supportedLocalesOf(own);
      if (known) startTransition(() => setLocale(known));
    },
    [language],
  );

  const messages = useMemo(() => messagesIn(language, locale), [language, locale]);
  return <Context value={messages}>{children}</Context>;
}

/** The texts of a language, outside of components. */
export function messagesIn(language: Language, locale = languages[language].locale): Messages {
  const { direction } = languages[language];
  const t = (key: MessageKey, values: Values = {}) =>
    format({ language, locale }, key, direction === 'rtl' ? bidiIsolate(values) : values);
  return { language, locale, direction, t };
}

/** @throws Error outside of a MessagesProvider */
export function useMessages(): Messages {
  const messages = useContext(Context);
  if (!messages) throw new Error('useMessages needs a MessagesProvider around it.');
  return messages;
}
