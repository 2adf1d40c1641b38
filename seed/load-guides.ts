import type { EntityManager } from 'typeorm';
import { appendChanges } from '#directory';
import type { SeedGuide } from './guides.ts';
import { recordId } from './record-id.ts';
import { type PendingRecord, pendingRecords } from './record-state.ts';
import { insertRows, upsertRows } from './rows.ts';
import { replaceSources } from './sources.ts';

type PendingGuide = PendingRecord<SeedGuide>;

/**
 * Loads guides from their files. A status set by an editor and changes recorded by an editor are
 * retained.
 *
 * @returns the number written
 */
export async function loadGuides(manager: EntityManager, records: SeedGuide[]): Promise<number> {
  const pending = await pendingRecords(manager, 'guide', records);
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

function columns({ id, hash, record }: PendingGuide) {
  const { slug, position, status, as_of, reviewed_by, review_due } = record;
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
