import type { Snapshot } from '#contract';
import { askServer } from '../api/ask.ts';
import type { Language } from '../messages/languages.ts';
import type { Vocabulary } from '../site/vocabulary.tsx';
import { mergeSnapshot } from './merge-snapshot.ts';
import { readStored, type StoredSnapshot, writeStored } from './snapshot-store.ts';

/**
 * Brings the copy on this device up to date: all of it the first time and where it lacks the texts of
 * a language, then what has changed.
 */
export async function refreshSnapshot(vocabulary: Vocabulary, language: Language): Promise<void> {
  const stored = await readStored();
  const languages = [...new Set([...(stored?.languages ?? []), language])].sort();
  const kept = stored && hasTexts(stored, language) ? stored.snapshot : null;
  const since = kept ? `&since=${kept.sequence}` : '';
  const given = await askServer<Snapshot>(
    `/v1/snapshot?sources=false&translations=${languages}${since}`,
  );
  const snapshot = kept ? mergeSnapshot(kept, given) : given;
  await writeStored({ snapshot, vocabulary, languages, at: new Date().toISOString() });
}

// What is written in English comes with every copy.
function hasTexts({ languages }: StoredSnapshot, language: Language): boolean {
  return language === 'en' || languages.includes(language);
}
