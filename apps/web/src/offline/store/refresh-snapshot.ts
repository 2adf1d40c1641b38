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
  /** The codes of the regions chosen by the visitor; undefined: those of the current copy. */
  chosen?: string[];
}

/**
 * Updates the copy on this device: downloads everything the first time or for a new language or
 * other regions, and otherwise only the changes.
 *
 * @throws ProblemError for an error response, TypeError without a network; the copy is unchanged
 */
export async function refreshSnapshot(wanted: CopyOptions): Promise<void> {
  // Serialized across windows, so that an older response does not undo a newer choice.
  await navigator.locks.request(DIRECTORY_CACHE, async () => {
    try {
      await refresh(wanted);
    } catch (error) {
      if (wanted.chosen || !isTooLarge(error)) throw error;
      // The chosen regions have become too large: store as many as fit, so that they remain up to
      // date.
      const { regions } = (await readStoredSnapshot()) ?? { regions: [] };
      const chosen = regionsThatStillFit(wanted.vocabulary.regions, regions);
      await refresh({ ...wanted, chosen });
    }
  });
}

/** Whether the server rejected a snapshot because it is too large. */
export function isTooLarge(error: unknown): boolean {
  return error instanceof ProblemError && error.field === 'region';
}

async function refresh({ vocabulary, language, chosen }: CopyOptions): Promise<void> {
  const stored = await readStoredSnapshot();
  const languages = [...new Set([...(stored?.languages ?? []), language])].sort();
  const regions = fittingRegions(vocabulary.regions, chosen ?? stored?.regions ?? []);
  const isReusable = stored && hasTexts(stored, language) && `${stored.regions}` === `${regions}`;
  const previous = isReusable ? stored.snapshot : null;
  const since = previous ? `&since=${previous.sequence}` : '';
  const inRegions = regions.length > 0 ? `&region=${regions}` : '';
  const update = await fetchJson<Snapshot>(
    `/v1/snapshot?sources=false&translations=${languages}${inRegions}${since}`,
  );
  const snapshot = previous ? mergeSnapshot(previous, update) : update;
  await writeStoredSnapshot({
    snapshot,
    vocabulary,
    languages,
    regions,
    at: new Date().toISOString(),
  });
}

// Every copy contains the English texts.
function hasTexts({ languages }: StoredSnapshot, language: Language): boolean {
  return language === 'en' || languages.includes(language);
}
