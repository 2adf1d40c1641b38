import type { EntityManager } from 'typeorm';
import { recordId } from './record-id.ts';
import { readRecords } from './records.ts';

/**
 * Loads texts of organizations in other languages. Translations reviewed by a person are retained.
 *
 * @returns the ids of the organizations with a new or changed text
 */
export async function loadTranslations(manager: EntityManager): Promise<string[]> {
  const rows = readRecords('translations').map(({ slug, ...rest }) => ({
    organization_id: recordId('organization', slug),
    ...rest,
  }));
  const written = await manager.query<{ id: string }[]>(
    `INSERT INTO translation (organization_id, field, language, text, source_hash)
     SELECT organization_id, field, language, text, source_hash
       FROM jsonb_populate_recordset(NULL::translation, $1::jsonb)
     ON CONFLICT (organization_id, field, language) DO UPDATE
       SET text = excluded.text, source_hash = excluded.source_hash
       WHERE translation.reviewed_by IS NULL
         AND (translation.text, translation.source_hash) <> (excluded.text, excluded.source_hash)
     RETURNING organization_id AS id`,
    [JSON.stringify(rows)],
  );
  return [...new Set(written.map(({ id }) => id))];
}
