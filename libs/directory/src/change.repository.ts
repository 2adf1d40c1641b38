import type { EntityManager } from 'typeorm';
import { refreshCards } from './card/card.projector.ts';
import type { CardKind } from './card/card-row.ts';
import { refreshListings } from './listing/listing.projector.ts';

export type ChangeAction = 'created' | 'updated' | 'deleted';

/**
 * What every write to the directory ends with, in its own transaction: the read model follows, and
 * the change takes its place in the sequence.
 */
export async function publishChange(
  manager: EntityManager,
  kind: CardKind,
  changed: { id: string; action: ChangeAction }[],
): Promise<void> {
  if (changed.length === 0) return;
  const ids = changed.map(({ id }) => id);
  if (kind === 'organization') await refreshListings(manager, ids);
  await refreshCards(manager, kind, ids);
  await manager.query(
    `INSERT INTO change (kind, record_id, action)
     SELECT $1, id, action FROM jsonb_to_recordset($2::jsonb) AS row(id text, action text)`,
    [kind, JSON.stringify(changed)],
  );
}
