import { createContext, type ReactNode, useContext } from 'react';
import type { CodeCount, Region, ServiceType } from '#contract';
import type { Language } from '../messages/catalogues.ts';
import { useMessages } from '../messages/messages.tsx';

/** The codes of the directory, each with its names and how many places it would find. */
export interface Vocabulary {
  regions: Region[];
  services: ServiceType[];
  languages: CodeCount[];
}

const Context = createContext<Vocabulary | null>(null);

export function VocabularyProvider({
  vocabulary,
  children,
}: {
  vocabulary: Vocabulary;
  children: ReactNode;
}) {
  return <Context value={vocabulary}>{children}</Context>;
}

/** The name of a code in a language, in English where it has none, else the code. */
export function nameIn({ code, names }: Pick<CodeCount, 'code' | 'names'>, language: Language) {
  return names[language] ?? names.en ?? code;
}

/**
 * The vocabulary, and names for codes in the reader's language.
 *
 * @throws Error outside of a VocabularyProvider
 */
export function useVocabulary() {
  const { language } = useMessages();
  const vocabulary = useContext(Context);
  if (!vocabulary) throw new Error('useVocabulary needs a VocabularyProvider around it.');
  const named = (kind: keyof Vocabulary) => (code: string) => {
    const known = vocabulary[kind].find((one) => one.code === code);
    return known ? nameIn(known, language) : code;
  };
  return { ...vocabulary, regionName: named('regions'), serviceName: named('services') };
}
