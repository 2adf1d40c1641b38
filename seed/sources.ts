import type { EntityManager } from 'typeorm';
import { recordId } from './record-id.ts';
import type { SeedSource } from './records.ts';
import { insertRows } from './rows.ts';

/** Replaces the sources of these records. */
export async function replaceSources(
  manager: EntityManager,
  kind: 'organization' | 'help_line' | 'facility' | 'guide',
  records: { id: string; record: { sources: SeedSource[] } }[],
): Promise<void> {
  await manager.query(`DELETE FROM source WHERE record_id = ANY($1::uuid[])`, [
    records.map(({ id }) => id),
  ]);
  await insertRows(
    manager,
    'source',
    records.flatMap(({ id, record }) =>
      record.sources.map((source, position) => ({
        id: recordId('source', id, position),
        record_kind: kind,
        record_id: id,
        position,
        ...source,
      })),
    ),
  );
}
