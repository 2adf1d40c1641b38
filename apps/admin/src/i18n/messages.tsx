import { IntlMessageFormat } from 'intl-messageformat';
import { createContext, type ReactNode, useContext, useMemo } from 'react';
import type en from './messages/en.json';

export type MessageKey = keyof typeof en;
type Values = Record<string, string | number>;
type Catalog = Record<MessageKey, string>;

/** The languages of the console, with the locale of their dates and numbers. */
export const consoleLanguages = {
  en: { name: 'English', locale: 'en-US' },
  es: { name: 'Español', locale: 'es-MX' },
} as const;
export type ConsoleLanguage = keyof typeof consoleLanguages;

const catalogs: Record<ConsoleLanguage, () => Promise<{ default: Catalog }>> = {
  en: () => import('./messages/en.json'),
  es: () => import('./messages/es.json'),
};

export interface Messages {
  language: ConsoleLanguage;
  locale: string;
  /** Returns a message with its values (ICU MessageFormat). */
  t(key: MessageKey, values?: Values): string;
}

const MessagesContext = createContext<Messages | null>(null);

/** Loads the messages of a language. */
export async function loadMessages(language: ConsoleLanguage): Promise<Messages> {
  const { default: catalog } = await catalogs[language]();
  const { locale } = consoleLanguages[language];
  const formats = new Map<string, IntlMessageFormat>();
  return {
    language,
    locale,
    t: (key, values) => {
      const known = formats.get(key) ?? new IntlMessageFormat(catalog[key], locale);
      formats.set(key, known);
      return String(known.format(values));
    },
  };
}

/** Returns the language that someone chose before, else that of the browser. */
export function preferredLanguage(): ConsoleLanguage {
  const stored = localStorage.getItem('console-language');
  if (stored === 'en' || stored === 'es') return stored;
  return navigator.language.toLowerCase().startsWith('es') ? 'es' : 'en';
}

export function MessagesProvider({
  messages,
  children,
}: {
  messages: Messages;
  children: ReactNode;
}) {
  const value = useMemo(() => messages, [messages]);
  return <MessagesContext value={value}>{children}</MessagesContext>;
}

/** @throws Error outside of `MessagesProvider` */
export function useMessages(): Messages {
  const messages = useContext(MessagesContext);
  if (!messages) throw new Error('There are no messages here.');
  return messages;
}
