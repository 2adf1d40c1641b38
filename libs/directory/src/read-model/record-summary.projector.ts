import type { EntityManager } from 'typeorm';

/** The kinds of records that people edit. */
export type SummarizedKind = 'organization' | 'help_line' | 'facility' | 'guide';

/** Increment it when summaries are built differently, so that existing databases are rebuilt. */
const EDITION = '1';

const codes = (terms: string) =>
  `coalesce((SELECT array_agg(DISTINCT code ORDER BY code) FROM attribute
     JOIN taxonomy_term ON taxonomy_term.id = taxonomy_term_id WHERE ${terms}), '{}')`;

/** SQL for what each kind of record says in lists; `hasCodes`: whether codes of it are in use. */
const RECORDS: Record<SummarizedKind, string> = {
  organization: `
    SELECT id, slug, name, concat_ws(' ', name, array_to_string(alternate_names, ' '), slug) AS text,
      id AS organization_id, status, version, verified_at, due_at, coalesce(
        (SELECT array_agg(DISTINCT state_province) FROM location
           JOIN address ON location_id = location.id WHERE location.organization_id = organization.id),
        (SELECT array_agg(DISTINCT extent) FROM service
           JOIN service_area ON service_id = service.id WHERE service.organization_id = organization.id),
        '{}') AS regions,
      ${codes(`link_entity = 'service' AND link_id IN
        (SELECT service.id FROM service WHERE service.organization_id = organization.id)`)}
        AS service_types,
      EXISTS (SELECT FROM speed_dial WHERE speed_dial.organization_id = organization.id
        AND speed_dial.status IN ('working', 'unverified')) AS has_codes
      FROM organization`,
  help_line: `
    SELECT id, slug, coalesce(name, page_line, slug) AS name, concat_ws(' ', name, page_line, slug) AS text,
      organization_id, CASE WHEN published THEN 'active' ELSE 'unknown' END AS status, version,
      verified_at, due_at, '{}'::text[] AS regions,
      ${codes(`link_entity = 'help_line' AND link_id = help_line.id`)} AS service_types,
      EXISTS (SELECT FROM speed_dial WHERE help_line_id = help_line.id
        AND speed_dial.status IN ('working', 'unverified')) AS has_codes
      FROM help_line`,
  facility: `
    SELECT id, slug, name, concat_ws(' ', name, city, slug) AS text, NULL::uuid AS organization_id,
      'active' AS status, version, verified_at, due_at, ARRAY[state_province] AS regions,
      '{}'::text[] AS service_types, false AS has_codes
      FROM facility`,
  guide: `
    SELECT id, slug, coalesce((SELECT title FROM guide_text
        WHERE guide_id = guide.id AND language = 'en'), slug) AS name,
      (SELECT concat_ws(' ', string_agg(title, ' '), slug) FROM guide_text
        WHERE guide_id = guide.id) AS text,
      NULL::uuid AS organization_id, coalesce(status_set, status) AS status, version,
      NULL::timestamptz AS verified_at, NULL::timestamptz AS due_at, '{}'::text[] AS regions,
      '{}'::text[] AS service_types, false AS has_codes
      FROM guide`,
};

const COLUMNS = [
  ...['kind', 'slug', 'name', 'sort_name', 'words', 'organization_id', 'regions', 'service_types'],
  ...['status', 'version', 'verified_at', 'due_at', 'changed_at', 'harm', 'queue_from'],
  'attempted_at',
];

// $1: the kind. A record that nobody answered for may be tried again later; of a wrong number
// somebody should hear soon.
const summarySelect = (kind: SummarizedKind) => `
  SELECT record.id, $1::text AS kind, slug, name, fold(name) AS sort_name, fold(text) AS words,
    organization_id, regions, service_types, status, version, record.verified_at, due_at,
    (SELECT made_at FROM revision WHERE record_id = record.id
      ORDER BY revision.id DESC LIMIT 1) AS changed_at,
    CASE
      WHEN $1 = 'guide' OR status = 'closed' OR ($1 = 'help_line' AND status = 'unknown') THEN NULL
      WHEN attempt.outcome = 'wrong_number' THEN 'wrong_number'
      WHEN $1 = 'organization' AND status = 'unknown' THEN 'possibly_closed'
      WHEN has_codes THEN 'code'
      WHEN requested_at IS NOT NULL THEN 'requested'
      WHEN record.verified_at IS NULL THEN 'never'
      ELSE 'due' END AS harm,
    CASE WHEN requested_at IS NULL THEN coalesce(due_at, '-infinity') ELSE '-infinity' END
      AS queue_from,
    CASE WHEN attempt.outcome <> 'wrong_number' THEN attempt.verified_at END AS attempted_at
    FROM (${RECORDS[kind]}) AS record
    LEFT JOIN verification_request ON verification_request.record_id = record.id
    LEFT JOIN LATERAL (
      SELECT outcome, verified_at FROM verification
       WHERE record_id = record.id AND verified_at > coalesce(record.verified_at, '-infinity')
       ORDER BY verified_at DESC LIMIT 1) AS attempt ON true`;

/**
 * Rebuilds what the lists of the console say of these records, in the transaction of the write that
 * changed them.
 */
export async function refreshRecordSummaries(
  manager: EntityManager,
  kind: SummarizedKind,
  ids: string[],
): Promise<void> {
  await manager.query(
    `DELETE FROM record_summary WHERE id = ANY($1::uuid[])
        AND NOT EXISTS (SELECT FROM ${kind} WHERE ${kind}.id = record_summary.id)`,
    [ids],
  );
  await store(manager, kind, ids);
}

/** Builds the summaries of all records, if another edition of this code built them. */
export async function refreshEverySummary(manager: EntityManager): Promise<void> {
  const [built] = await manager.query<{ hash: string }[]>(
    `SELECT hash FROM loaded_data WHERE name = 'record_summary'`,
  );
  if (built?.hash === EDITION) return;
  await manager.query(`DELETE FROM record_summary`);
  for (const kind of Object.keys(RECORDS)) await store(manager, kind as SummarizedKind, null);
  await manager.query(
    `INSERT INTO loaded_data (name, hash) VALUES ('record_summary', $1)
     ON CONFLICT (name) DO UPDATE SET hash = excluded.hash, loaded_at = now()`,
    [EDITION],
  );
}

/** @param ids null: all of the kind */
async function store(
  manager: EntityManager,
  kind: SummarizedKind,
  ids: string[] | null,
): Promise<void> {
  await manager.query(
    `INSERT INTO record_summary (id, ${COLUMNS.join(', ')})
     ${summarySelect(kind)}
      WHERE $2::uuid[] IS NULL OR record.id = ANY($2::uuid[])
      ORDER BY record.id
     ON CONFLICT (id) DO UPDATE SET
       ${COLUMNS.map((column) => `${column} = excluded.${column}`).join(', ')}`,
    [kind, ids],
  );
}
