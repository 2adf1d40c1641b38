import type { EntityManager } from 'typeorm';
import {
  type DirectoryEntryKind,
  directoryEntryKinds,
  type RecordKind,
} from './entries/directory-entry-row.ts';

/**
 * What the entry of each kind shows besides its own record: SQL for the ids of the entry and of the
 * other record. Listings show what the entry of their organization shows.
 */
const REFERENCES: Record<DirectoryEntryKind, string> = {
  organization: `
    SELECT organization_id AS id, facility_id AS refers_to FROM organization_facility
    UNION ALL
    SELECT organization_id, id FROM speed_dial WHERE organization_id IS NOT NULL
    UNION ALL
    SELECT help_line.organization_id, speed_dial.id
      FROM speed_dial JOIN help_line ON help_line.id = help_line_id
     WHERE published AND help_line.organization_id IS NOT NULL`,
  help_line: `
    SELECT help_line_id AS id, speed_dial.id AS refers_to
      FROM speed_dial JOIN help_line ON help_line.id = help_line_id WHERE published`,
  facility: `
    SELECT facility_id AS id, organization_id AS refers_to FROM organization_facility`,
  speed_dial: `
    SELECT id, help_line_id AS refers_to FROM speed_dial WHERE help_line_id IS NOT NULL
    UNION ALL
    SELECT id, organization_id FROM speed_dial WHERE organization_id IS NOT NULL
    UNION ALL
    SELECT speed_dial_id, facility_id FROM speed_dial_facility`,
};

// What the entries showed when they were built, and what the records say now.
const ENTRIES_THAT_SHOW = [
  `SELECT kind, id FROM entry_reference JOIN directory_card USING (id)
    WHERE refers_to = ANY($1::uuid[])`,
  ...directoryEntryKinds.map(
    (kind) => `SELECT '${kind}', id FROM (${REFERENCES[kind]}) AS reference
      WHERE refers_to = ANY($1::uuid[])`,
  ),
].join(' UNION ');

/**
 * Returns the ids of all entries that show these records, showed them before or are their own, in
 * order. Call it before these entries are rebuilt.
 */
export async function affectedEntries(
  manager: EntityManager,
  kind: RecordKind,
  ids: string[],
): Promise<Record<DirectoryEntryKind, string[]>> {
  const entries = await entriesThatShow(manager, ids);
  // What shows a code also shows the facilities and the owner of the code.
  const speedDials = entries.filter((entry) => entry.kind === 'speed_dial').map(({ id }) => id);
  entries.push(...(await entriesThatShow(manager, speedDials)), ...ids.map((id) => ({ kind, id })));
  const idsOf = (wanted: DirectoryEntryKind) =>
    [...new Set(entries.filter((entry) => entry.kind === wanted).map(({ id }) => id))].sort();
  return {
    organization: idsOf('organization'),
    help_line: idsOf('help_line'),
    facility: idsOf('facility'),
    speed_dial: idsOf('speed_dial'),
  };
}

async function entriesThatShow(
  manager: EntityManager,
  ids: string[],
): Promise<{ kind: DirectoryEntryKind; id: string }[]> {
  return ids.length > 0 ? await manager.query(ENTRIES_THAT_SHOW, [ids]) : [];
}

/** Stores which records these entries show. Call it after they were rebuilt. */
export async function storeReferences(
  manager: EntityManager,
  kind: DirectoryEntryKind,
  ids: string[],
): Promise<void> {
  await manager.query(`DELETE FROM entry_reference WHERE id = ANY($1::uuid[])`, [ids]);
  await manager.query(
    `INSERT INTO entry_reference (id, refers_to)
     SELECT DISTINCT id, refers_to
       FROM (${REFERENCES[kind]}) AS reference JOIN directory_card USING (id)
      WHERE id = ANY($1::uuid[]) ORDER BY id, refers_to`,
    [ids],
  );
}
