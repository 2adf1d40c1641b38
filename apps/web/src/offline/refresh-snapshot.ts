import type { Snapshot } from '#contract';
import { askServer } from '../api/ask.ts';
import type { Vocabulary } from '../site/vocabulary.tsx';
import { mergeSnapshot } from './merge-snapshot.ts';
import { readStored, writeStored } from './snapshot-store.ts';

/** Brings the copy on this device up to date: all of it the first time, then what has changed. */
export async function refreshSnapshot(vocabulary: Vocabulary): Promise<void> {
  const stored = await readStored();
  const since = stored ? `&since=${stored.snapshot.sequence}` : '';
  const given = await askServer<Snapshot>(`/v1/snapshot?sources=false${since}`);
  const snapshot = stored ? mergeSnapshot(stored.snapshot, given) : given;
  await writeStored({ snapshot, vocabulary, at: new Date().toISOString() });
}
