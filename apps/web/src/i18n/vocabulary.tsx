import { createContext, type ReactNode, useContext } from 'react';
import type { CodeCount, Region, ServiceType } from '#contract';
import { localizedName } from './localized-name.ts';
import { useMessages } from './messages.tsx';

/** The codes of the directory, each with its names and the number of places it finds. */
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

/**
 * Returns the vocabulary, and functions for the names of codes in the visitor's language.
 *
 * @throws Error outside of a VocabularyProvider
 */
export function useVocabulary() {
  const { language } = useMessages();
  const vocabulary = useContext(Context);
  if (!vocabulary) throw new Error('useVocabulary needs a VocabularyProvider around it.');
  const serviceName = (code: string) => {
    const known = vocabulary.services.find((service) => service.code === code);
    return known ? localizedName(language, 'service', known) : code;
  };
  const languageName = (code: string) => {
    const known = vocabulary.languages.find((spoken) => spoken.code === code);
    return known?.names[language] ?? code;
  };
  return { ...vocabulary, serviceName, languageName };
}
