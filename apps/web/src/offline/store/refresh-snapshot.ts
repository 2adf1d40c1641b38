import type { Snapshot } from '#contract';
import { fetchJson, ProblemError } from '../../api-client/fetch-json.ts';
import type { Language } from '../../i18n/languages.ts';
import type { Vocabulary } from '../../i18n/vocabulary.tsx';
import { mergeSnapshot } from './merge-snapshot.ts';
import { fittingRegions, regionsThatStillFit } from './offline-regions.ts';
import {
  DIRECTORY_CACHE,
  readStoredSnapshot,
  type StoredSnapshot,
  writeStoredSnapshot,
} from './snapshot-store.ts';

export interface CopyOptions {
  vocabulary: Vocabulary;
  language: Language;
  /** The codes of the regions that the reader wants it to hold; without: those it has. */
  chosen?: string[];
}

/**
 * Brings the copy on this device up to date: all of it the first time and where it lacks the texts of
 * a language or other regions are wanted, then what has changed.
 *
 * @throws ProblemError when the server refuses, TypeError without a network; the copy is as before
 */
export async function refreshSnapshot(wanted: CopyOptions): Promise<void> {
  // One after another, in all windows: an older answer must not undo what was chosen meanwhile.
  await navigator.locks.request(DIRECTORY_CACHE, async () => {
    try {
      await refresh(wanted);
    } catch (error) {
      if (wanted.chosen || !isTooLarge(error)) throw error;
      // What was chosen has grown since: a part that stays up to date is better than all that does not.
      const { regions } = (await readStoredSnapshot()) ?? { regions: [] };
      const chosen = regionsThatStillFit(wanted.vocabulary.regions, regions);
      await refresh({ ...wanted, chosen });
    }
  });
}

/** Whether the server gives less at once than was asked for. */
export function isTooLarge(error: unknown): boolean {
  return error instanceof ProblemError && error.field === 'region';
}

async function refresh({ vocabulary, language, chosen }: CopyOptions): Promise<void> {
  const stored = await readStoredSnapshot();
  const languages = [...new Set([...(stored?.languages ?? []), language])].sort();
  const regions = fittingRegions(vocabulary.regions, chosen ?? stored?.regions ?? []);
  const fits = stored && hasTexts(stored, language) && `${stored.regions}` === `${regions}`;
  const kept = fits ? stored.snapshot : null;
  const since = kept ? `&since=${kept.sequence}` : '';
  const inRegions = regions.length > 0 ? `&region=${regions}` : '';
  const given = await fetchJson<Snapshot>(
    `/v1/snapshot?sources=false&translations=${languages}${inRegions}${since}`,
  );
  const snapshot = kept ? mergeSnapshot(kept, given) : given;
  await writeStoredSnapshot({
    snapshot,
    vocabulary,
    languages,
    regions,
    at: new Date().toISOString(),
  });
}

// What is written in English comes with every copy.
function hasTexts({ languages }: StoredSnapshot, language: Language): boolean {
  return language === 'en' || languages.includes(language);
}
