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
  /** The locale for numbers, dates and distances: the visitor's own, if it matches the language. */
  locale: string;
  direction: 'ltr' | 'rtl';
  t(key: MessageKey, values?: Values): string;
}

const Context = createContext<Messages | null>(null);

/** Provides the messages of a language to its children. */
export function MessagesProvider({
  language,
  children,
}: {
  language: Language;
  children: ReactNode;
}) {
  const [locale, setLocale] = useState(languages[language].locale);

  useEffect(
    function applyVisitorLocale() {
      const preferred = navigator.languages.filter((tag) => tag.startsWith(`${language}-`));
      const [known] = Intl.DateTimeFormat.supportedLocalesOf(preferred);
      if (known) startTransition(() => setLocale(known));
    },
    [language],
  );

  const messages = useMemo(() => messagesIn(language, locale), [language, locale]);
  return <Context value={messages}>{children}</Context>;
}

/** Returns the messages of a language, for use outside of components. */
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
