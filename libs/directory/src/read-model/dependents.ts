import type { EntityManager } from 'typeorm';
import type { RecordKind } from './entries/directory-entry-row.ts';

const DEPENDENTS: Record<RecordKind, string> = {
  // Facilities that refer to one of these organizations, or did so before.
  organization: `
    SELECT facility_id AS id, 'facility' AS kind FROM organization_facility
     WHERE organization_id = ANY($1::uuid[])
    UNION
    SELECT directory_card.id, 'facility' FROM directory_card,
        jsonb_array_elements(card::jsonb->'served_by') AS one
     WHERE kind = 'facility' AND (one->'organization'->>'id')::uuid = ANY($1::uuid[])`,
  // Organizations that refer to one of these facilities.
  facility: `
    SELECT DISTINCT organization_id AS id, 'organization' AS kind FROM organization_facility
     WHERE facility_id = ANY($1::uuid[])`,
  // Organizations that own the help line.
  help_line: `
    SELECT DISTINCT organization_id AS id, 'organization' AS kind FROM help_line
     WHERE id = ANY($1::uuid[]) AND organization_id IS NOT NULL`,
};

/** Returns the records whose entries refer to these records and must be rebuilt with them. */
export async function dependentRecords(
  manager: EntityManager,
  kind: RecordKind,
  ids: string[],
): Promise<{ kind: RecordKind; ids: string[] } | null> {
  const rows = await manager.query<{ id: string; kind: RecordKind }[]>(DEPENDENTS[kind], [ids]);
  const [first] = rows;
  return first ? { kind: first.kind, ids: rows.map(({ id }) => id) } : null;
}

/** Returns the codes of these records, including deleted ones that still have an entry. */
export async function speedDialsOf(manager: EntityManager, ids: string[]): Promise<string[]> {
  const rows = await manager.query<{ id: string }[]>(
    `SELECT id FROM speed_dial
      WHERE help_line_id = ANY($1::uuid[]) OR organization_id = ANY($1::uuid[])
     UNION
     SELECT id FROM directory_card
      WHERE kind = 'speed_dial' AND id NOT IN (SELECT id FROM speed_dial)`,
    [ids],
  );
  return rows.map(({ id }) => id);
}
