import type { EntityManager } from 'typeorm';
import { addFormerNames, type FormerName, type NamedKind, redirectNames } from './former-names.ts';

/** The id of a record that was merged into another one, and that of the other one. */
interface MergedRecord {
  id: string;
  merged_into: string;
}

/** The kinds of records that can be merged. */
type MergeableKind = Exclude<NamedKind, 'listing' | 'guide'>;

/**
 * Lets the names of merged records, and all that led to these, lead to the records that they were
 * merged into, in the order in which that happened. Call it before the entries are rebuilt, and
 * `redirectMergedListings` afterwards.
 */
export async function storeMergedNames(
  manager: EntityManager,
  kind: MergeableKind,
  merged: MergedRecord[],
): Promise<void> {
  for (const { id, merged_into: into } of merged) {
    const entries = await manager.query<{ slug: string }[]>(
      `SELECT slug FROM directory_card WHERE kind = $1 AND id = $2`,
      [kind, id],
    );
    const names = [id, ...entries.map(({ slug }) => slug)];
    await addFormerNames(
      manager,
      kind,
      names.map((name): FormerName => ({ name, means: into })),
    );
    await redirectNames(manager, kind, { from: id, to: into });
    if (kind === 'organization') {
      await redirectNames(manager, 'listing', { from: id, to: into });
    }
  }
}

/** Lets the names of the listings of merged organizations lead to a listing of the other one. */
export async function redirectMergedListings(
  manager: EntityManager,
  merged: MergedRecord[],
): Promise<void> {
  if (merged.length === 0) return;
  await manager.query(
    `UPDATE former_name SET record_id = first.id
       FROM (SELECT DISTINCT ON (organization_id) organization_id, id FROM listing
              WHERE organization_id = ANY($1::uuid[]) ORDER BY organization_id, slug) AS first
      WHERE former_name.kind = 'listing' AND record_id = organization_id
        AND NOT EXISTS (SELECT FROM listing WHERE listing.id = record_id)`,
    [merged.map(({ merged_into: into }) => into)],
  );
}

/** Removes the names that led to records which are gone for good. */
export async function removeFormerNames(manager: EntityManager, ids: string[]): Promise<void> {
  if (ids.length === 0) return;
  await manager.query(`DELETE FROM former_name WHERE record_id = ANY($1::uuid[])`, [ids]);
}
