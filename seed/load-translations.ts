import type { EntityManager } from 'typeorm';
import { idsBySlug, type SeedRecords } from './seed-records.ts';

/**
 * Loads texts of organizations in other languages, and removes those that are no longer in the file
 * from these organizations. Translations reviewed by a person are retained.
 *
 * @returns the ids of the organizations with a new, changed or removed text
 */
export async function loadTranslations(
  manager: EntityManager,
  { organizations, translations }: Pick<SeedRecords, 'organizations' | 'translations'>,
): Promise<string[]> {
  const ids = idsBySlug(organizations);
  const rows = JSON.stringify(
    translations.map(({ slug, ...rest }) => ({
      organization_id: ids.get(slug),
      ...rest,
    })),
  );
  const removed = await manager.query<{ id: string }[]>(
    `WITH removed AS (
       DELETE FROM translation
        WHERE seeded AND reviewed_by IS NULL AND organization_id = ANY($2::uuid[])
          AND NOT EXISTS (
            SELECT FROM jsonb_populate_recordset(NULL::translation, $1::jsonb) AS row
             WHERE row.organization_id = translation.organization_id
               AND row.service_id IS NOT DISTINCT FROM translation.service_id
               AND (row.field, row.language) = (translation.field, translation.language))
       RETURNING organization_id)
     SELECT DISTINCT organization_id AS id FROM removed`,
    [rows, [...ids.values()]],
  );
  const written = await manager.query<{ id: string }[]>(
    `INSERT INTO translation (organization_id, service_id, field, language, text, source_hash, seeded)
     SELECT organization_id, service_id, field, language, text, source_hash, true
       FROM jsonb_populate_recordset(NULL::translation, $1::jsonb) AS row
     -- An editor may have deleted the organization, or taken the service out of it.
      WHERE EXISTS (SELECT FROM organization WHERE organization.id = row.organization_id)
        AND (service_id IS NULL OR EXISTS (SELECT FROM service
        WHERE service.id = row.service_id AND service.organization_id = row.organization_id))
     ON CONFLICT (organization_id, service_id, field, language) DO UPDATE
       SET text = excluded.text, source_hash = excluded.source_hash, seeded = true
       WHERE translation.reviewed_by IS NULL
         AND (translation.text, translation.source_hash) <> (excluded.text, excluded.source_hash)
     RETURNING organization_id AS id`,
    [rows],
  );
  return [...new Set([...removed, ...written].map(({ id }) => id))];
}
