import type { EntityManager } from 'typeorm';
import { entrySummaryFields } from '#contract';
import { type RecordNames, storeFormerNames } from '../former-name/former-names.ts';
import { readOrganizationRecords } from '../organization/organization-record.ts';
import { numberTags } from '../tags/number-tags.ts';
import type { DirectoryEntryKind, DirectoryEntryRow } from './entries/directory-entry-row.ts';
import { facilityEntries } from './entries/facility-entry.ts';
import { helpLineEntries } from './entries/help-line-entry.ts';
import { organizationEntry } from './entries/organization-entry.ts';
import { speedDialEntries } from './entries/speed-dial-entry.ts';
import { storeReferences } from './entry-reference.projector.ts';

const entriesOf: Record<
  DirectoryEntryKind,
  (manager: EntityManager, ids: string[]) => Promise<DirectoryEntryRow[]>
> = {
  organization: async (manager, ids) =>
    (await readOrganizationRecords(manager, ids)).map(organizationEntry),
  help_line: helpLineEntries,
  facility: facilityEntries,
  speed_dial: speedDialEntries,
};

/**
 * Rebuilds the public entries of these records, in the transaction of the write that changed them.
 */
export async function refreshDirectoryEntries(
  manager: EntityManager,
  kind: DirectoryEntryKind,
  ids: string[],
): Promise<void> {
  const rows = await entriesOf[kind](manager, ids);
  const numbers = await numberTags(
    manager,
    rows.flatMap(({ tags }) => tags),
  );
  const before = await manager.query<RecordNames[]>(
    `SELECT id, slug FROM directory_card WHERE kind = $1 AND id = ANY($2::uuid[])`,
    [kind, ids],
  );
  // Also entries with another slug, which a different entry may have now.
  await manager.query(
    `DELETE FROM directory_card WHERE kind = $1 AND id = ANY($2::uuid[])
        AND NOT EXISTS (SELECT FROM unnest($3::uuid[], $4::text[]) AS stays(id, slug)
          WHERE stays.id = directory_card.id AND stays.slug = directory_card.slug)`,
    [kind, ids, rows.map(({ id }) => id), rows.map(({ slug }) => slug)],
  );
  await manager.query(
    `INSERT INTO directory_card (id, kind, slug, sort_name, tags, search, longitude, latitude,
       verified_at, due_at, summary, card)
     SELECT id, kind, slug, fold(name), tags, search_vector(text), longitude, latitude, verified_at,
       due_at, summary, card
     FROM jsonb_to_recordset($1::jsonb) AS row(id uuid, kind text, slug text, name text,
       tags integer[], text text, longitude double precision, latitude double precision,
       verified_at timestamptz, due_at timestamptz, summary text, card text)
     ORDER BY id
     ON CONFLICT (id) DO UPDATE SET slug = excluded.slug, sort_name = excluded.sort_name,
       tags = excluded.tags, search = excluded.search, longitude = excluded.longitude,
       latitude = excluded.latitude, verified_at = excluded.verified_at, due_at = excluded.due_at,
       summary = excluded.summary, card = excluded.card`,
    [
      JSON.stringify(
        rows.map((row) => ({
          ...row,
          summary: summaryOf(row),
          tags: row.tags.map((tag) => numbers.get(tag)),
        })),
      ),
    ],
  );
  // Codes have no slug of their own.
  if (kind !== 'speed_dial') await storeFormerNames(manager, kind, { before, after: rows });
  await storeReferences(manager, kind, ids);
}

// Codes have no summary: their lists are what is printed and exported.
function summaryOf({ kind, card }: DirectoryEntryRow): string {
  if (kind === 'speed_dial') return card;
  const document: Record<string, unknown> = JSON.parse(card);
  const fields = entrySummaryFields[kind].filter((name) => name in document);
  return JSON.stringify(Object.fromEntries(fields.map((name) => [name, document[name]])));
}
