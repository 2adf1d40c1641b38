import type { EntityManager } from 'typeorm';
import { differingRecords, type SeedKind, type SeedRecord } from './record-state.ts';
import type { SeedRecords } from './seed-records.ts';

/** The version of a record that the files no longer contain. */
const REMOVED = 'removed';

const TEXTS = {
  differs:
    'The bundled records have another version of this record than the one that was loaded before ' +
    'it was edited. The edited record was kept.',
  removed:
    'The bundled records no longer contain this record. It was kept because it was edited, or ' +
    'because a record that was kept refers to it.',
};

/** What the files say differently about a record that the loader does not overwrite. */
export interface FileSuggestion {
  kind: SeedKind;
  id: string;
  text: string;
  /** SHA-256 of the record in the file, in hexadecimal, or `removed`. */
  version: string;
  /** The record in the file; null if it was removed. */
  proposed: object | null;
}

/** Returns the suggestion to remove a record. */
export function removalSuggestion(kind: SeedKind, id: string): FileSuggestion {
  return { kind, id, text: TEXTS.removed, version: REMOVED, proposed: null };
}

/** Returns the suggestions of the files for records that a person has edited. */
export async function differenceSuggestions(
  manager: EntityManager,
  records: SeedRecords,
): Promise<FileSuggestion[]> {
  const ofKind = async (kind: SeedKind, inFile: SeedRecord[]) => {
    const differing = await differingRecords(manager, kind, inFile);
    return differing.map(({ id, version, record }) => {
      return { kind, id, text: TEXTS.differs, version, proposed: record };
    });
  };
  return [
    ...(await ofKind('organization', records.organizations)),
    ...(await ofKind('help_line', records['help-lines'])),
    ...(await ofKind('facility', records.facilities)),
    ...(await ofKind('guide', records.guides)),
  ];
}

/**
 * Stores all that the files suggest: each version of a record once, also if an editor has closed
 * the suggestion. Open suggestions of other versions are withdrawn.
 *
 * @returns the number of new suggestions
 */
export async function storeFileSuggestions(
  manager: EntityManager,
  suggestions: FileSuggestion[],
): Promise<number> {
  const rows = JSON.stringify(suggestions);
  await manager.query(
    `DELETE FROM suggestion WHERE origin = 'file' AND state = 'open' AND NOT EXISTS (
       SELECT FROM jsonb_to_recordset($1::jsonb) AS row(id uuid, version text)
        WHERE row.id = record_id AND row.version = file_version)`,
    [rows],
  );
  const added = await manager.query<{ id: string }[]>(
    `INSERT INTO suggestion (record_kind, record_id, origin, text, file_version, proposed)
     SELECT kind, id, 'file', text, version, proposed
       FROM jsonb_to_recordset($1::jsonb) AS row(kind text, id uuid, text text, version text,
         proposed jsonb)
     ON CONFLICT (record_id, file_version) WHERE origin = 'file' DO NOTHING
     RETURNING id`,
    [rows],
  );
  return added.length;
}
