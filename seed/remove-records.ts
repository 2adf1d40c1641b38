import type { EntityManager } from 'typeorm';
import { appendChanges, publishChange } from '#directory';
import { type FileSuggestion, removalSuggestion } from './file-suggestions.ts';
import type { SeedKind } from './record-state.ts';
import type { SeedRecords } from './seed-records.ts';

/** SQL for whether a person has edited a record. */
const EDITED: Record<SeedKind, string> = {
  help_line: 'edited_at IS NOT NULL',
  organization: 'edited_at IS NOT NULL',
  facility: 'edited_at IS NOT NULL',
  guide: `edited_at IS NOT NULL OR status_set IS NOT NULL OR EXISTS (
    SELECT FROM guide_change WHERE guide_id = guide.id AND NOT seeded)`,
};

/** SQL for whether a record refers to it that this load does not write; $1: all ids of the files. */
const REFERRED_TO: Record<SeedKind, string> = {
  help_line: 'false',
  organization: `EXISTS (SELECT FROM help_line
    WHERE help_line.organization_id = organization.id AND ${isUnwritten('help_line')})`,
  facility: `EXISTS (SELECT FROM speed_dial_facility WHERE facility_id = facility.id)
    OR EXISTS (SELECT FROM organization_facility
      JOIN organization ON organization.id = organization_facility.organization_id
      WHERE facility_id = facility.id AND ${isUnwritten('organization')})`,
  guide: 'false',
};

/** Records that refer to others are removed before those. */
const REMOVAL_ORDER = ['help_line', 'organization', 'facility', 'guide'] as const;

type RemovedIds = Record<SeedKind, string[]>;

/**
 * Removes records that came from the files and are no longer in them, and appends the changes.
 * Call it before the records of the files are loaded.
 *
 * @returns the number removed, and suggestions to remove those that stay: a person has edited them,
 *   or a record that stays refers to them
 */
export async function removeRecords(
  manager: EntityManager,
  records: SeedRecords,
): Promise<{ removed: number; suggestions: FileSuggestion[] }> {
  const inFiles = idsOf(records);
  const removed: RemovedIds = { help_line: [], organization: [], facility: [], guide: [] };
  const suggestions: FileSuggestion[] = [];
  let owners: string[] = [];
  for (const kind of REMOVAL_ORDER) {
    const missing = await missingRecords(manager, kind, inFiles);
    const ids = missing.filter(({ stays }) => !stays).map(({ id }) => id);
    for (const { id, stays } of missing) if (stays) suggestions.push(removalSuggestion(kind, id));
    if (kind === 'help_line') owners = await ownersOf(manager, ids);
    await deleteRecords(manager, kind, ids);
    removed[kind] = ids;
  }
  await publishRemoval(manager, removed, owners);
  return { removed: Object.values(removed).flat().length, suggestions };
}

function isUnwritten(table: 'help_line' | 'organization'): string {
  return `(${table}.edited_at IS NOT NULL OR ${table}.seed_hash IS NULL
    OR NOT ${table}.id = ANY($1::uuid[]))`;
}

function idsOf(records: SeedRecords): string[] {
  const { 'help-lines': helpLines, organizations, facilities, guides } = records;
  return [...helpLines, ...organizations, ...facilities, ...guides].map(({ id }) => id);
}

// Locked like the records that are loaded.
async function missingRecords(
  manager: EntityManager,
  kind: SeedKind,
  inFiles: string[],
): Promise<{ id: string; stays: boolean }[]> {
  return await manager.query<{ id: string; stays: boolean }[]>(
    `SELECT id, (${EDITED[kind]} OR ${REFERRED_TO[kind]}) AS stays FROM ${kind}
      WHERE seed_hash IS NOT NULL AND NOT id = ANY($1::uuid[]) ORDER BY id FOR UPDATE`,
    [inFiles],
  );
}

async function ownersOf(manager: EntityManager, helpLines: string[]): Promise<string[]> {
  const rows = await manager.query<{ id: string }[]>(
    `SELECT DISTINCT organization_id AS id FROM help_line
      WHERE id = ANY($1::uuid[]) AND organization_id IS NOT NULL`,
    [helpLines],
  );
  return rows.map(({ id }) => id);
}

async function deleteRecords(manager: EntityManager, kind: SeedKind, ids: string[]): Promise<void> {
  if (ids.length === 0) return;
  // No foreign key leads from these tables to the records and their parts.
  const parts = await manager.query<{ id: string }[]>(
    `SELECT id FROM service WHERE organization_id = ANY($1::uuid[])
     UNION SELECT id FROM location WHERE organization_id = ANY($1::uuid[])
     UNION SELECT unnest($1::uuid[])`,
    [ids],
  );
  const linked = [parts.map(({ id }) => id)];
  await manager.query(`DELETE FROM attribute WHERE link_id = ANY($1::uuid[])`, linked);
  for (const table of ['source', 'verification', 'revision', 'suggestion']) {
    await manager.query(`DELETE FROM ${table} WHERE record_id = ANY($1::uuid[])`, linked);
  }
  // The foreign key would do so as well, which would count as an edit of a help line that is loaded
  // next. Without its hash it is loaded.
  await manager.query(
    `UPDATE help_line SET organization_id = NULL, seed_hash = NULL
      WHERE organization_id = ANY($1::uuid[])`,
    [ids],
  );
  await manager.query(`DELETE FROM ${kind} WHERE id = ANY($1::uuid[])`, [ids]);
}

async function publishRemoval(
  manager: EntityManager,
  removed: RemovedIds,
  owners: string[],
): Promise<void> {
  const deleted = (id: string) => ({ id, action: 'deleted' as const });
  for (const kind of ['facility', 'organization', 'help_line'] as const) {
    await publishChange(manager, kind, removed[kind].map(deleted));
  }
  await appendChanges(manager, 'guide', removed.guide.map(deleted));
  // The codes of a help line are also those of its organization.
  const remaining = owners.filter((id) => !removed.organization.includes(id));
  await publishChange(
    manager,
    'organization',
    remaining.map((id) => ({ id, action: 'updated' as const })),
  );
}
