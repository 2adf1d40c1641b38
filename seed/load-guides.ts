import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { appendChanges, type ChangeAction } from '#directory';
import { readGuides, type SeedGuide } from './guides.ts';
import { recordId } from './record-id.ts';
import { insertRows, upsertRows } from './rows.ts';
import { replaceSources } from './sources.ts';

/** Increment it when the loader stores the same guide differently. */
const LOADER_EDITION = 1;

interface PendingGuide {
  id: string;
  position: number;
  hash: string;
  record: SeedGuide;
  action: ChangeAction;
}

/**
 * Loads guides from their files. A status set by an editor and changes recorded by an editor are
 * retained.
 *
 * @returns the number written
 */
export async function loadGuides(manager: EntityManager): Promise<number> {
  const pending = await pendingGuides(manager);
  const ids = pending.map(({ id }) => id);
  await upsertRows(manager, 'guide', pending.map(columns));
  await manager.query(`DELETE FROM guide_text WHERE guide_id = ANY($1::uuid[])`, [ids]);
  await manager.query(`DELETE FROM guide_change WHERE seeded AND guide_id = ANY($1::uuid[])`, [
    ids,
  ]);
  await insertRows(manager, 'guide_text', pending.flatMap(texts));
  await insertRows(manager, 'guide_change', pending.flatMap(changes));
  await replaceSources(manager, 'guide', pending);
  await appendChanges(manager, 'guide', pending);
  return pending.length;
}

async function pendingGuides(manager: EntityManager): Promise<PendingGuide[]> {
  const rows = await manager.query<{ id: string; hash: string | null }[]>(
    `SELECT id, seed_hash AS hash FROM guide`,
  );
  const stored = new Map(rows.map(({ id, hash }) => [id, hash]));
  return readGuides().flatMap((record, position) => {
    const id = recordId('guide', record.slug);
    const hash = createHash('sha256')
      .update(JSON.stringify([LOADER_EDITION, position, record]))
      .digest('hex');
    if (stored.get(id) === hash) return [];
    const action = stored.has(id) ? 'updated' : 'created';
    return [{ id, position, hash, record, action }];
  });
}

function columns({ id, position, hash, record }: PendingGuide) {
  const { slug, status, as_of, reviewed_by, review_due } = record;
  return { id, position, seed_hash: hash, slug, status, as_of, reviewed_by, review_due };
}

function texts({ id, record }: PendingGuide) {
  return record.texts.map((text) => ({ guide_id: id, ...text }));
}

function changes({ id, record }: PendingGuide) {
  return record.changes.map(({ date, texts: byLanguage, source_url }, index) => ({
    id: recordId('guide_change', id, index),
    guide_id: id,
    date,
    texts: byLanguage,
    source_url,
    seeded: true,
  }));
}
