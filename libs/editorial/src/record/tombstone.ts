import type { EntityManager } from 'typeorm';
import type { EditedKind, RecordDocument } from '#contract';
import type { RecordReference } from './author.ts';
import { RecordConflictError } from './errors.ts';
import type { StoredRecord } from './stored-record.ts';

/** What is stored of a deleted record besides its last revision. */
export interface Tombstone {
  version: number;
  verified_at: Date | null;
  due_at: Date | null;
  former_names: { kind: string; name: string; record_id: string }[];
}

/** SQL for what refers to a record of a kind, as one text; $1 is its id. */
const REFERRERS: Record<EditedKind, string | null> = {
  organization: `SELECT 'the help line ' || slug AS what FROM help_line WHERE organization_id = $1`,
  facility: `SELECT 'the organization ' || slug AS what FROM organization_facility
      JOIN organization ON organization.id = organization_id WHERE facility_id = $1
    UNION ALL SELECT 'the code ' || code FROM speed_dial_facility
      JOIN speed_dial ON speed_dial.id = speed_dial_id WHERE facility_id = $1`,
  help_line: null,
  guide: null,
};

/** @throws RecordConflictError naming what refers to a record, which would lose that */
export async function assertUnreferenced(
  manager: EntityManager,
  { kind, id }: RecordReference,
): Promise<void> {
  const sql = REFERRERS[kind];
  const rows = sql ? await manager.query<{ what: string }[]>(sql, [id]) : [];
  if (rows.length === 0) return;
  const named = rows.slice(0, 5).map(({ what }) => what);
  throw new RecordConflictError(`It is named by ${named.join(', ')}: change that first.`);
}

/** Stores what a record was called, so that nothing else is called that. Call it before it is deleted. */
export async function addTombstone(
  manager: EntityManager,
  record: StoredRecord,
  now: Date,
): Promise<void> {
  const { kind, id, version, document, verified_at, due_at } = record;
  const places = 'places' in document ? document.places : [];
  const ids = [id, ...places.map((place) => String(place.id))];
  const formerNames = await manager.query<Tombstone['former_names']>(
    `SELECT kind, name, record_id FROM former_name WHERE record_id = ANY($1::uuid[])`,
    [ids],
  );
  const slugs = [
    document.slug,
    ...places.map(({ slug }) => slug),
    ...formerNames.map((one) => one.name),
  ];
  await manager.query(
    `INSERT INTO tombstone (record_id, record_kind, slugs, former_names, version, verified_at, due_at,
       deleted_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      ...[id, kind, [...new Set(slugs)], JSON.stringify(formerNames), version],
      ...[verified_at, due_at, now],
    ],
  );
}

/** Takes the tombstone of a record away, because the record comes back; null: there is none. */
export async function takeTombstone(
  manager: EntityManager,
  { kind, id }: RecordReference,
): Promise<Tombstone | null> {
  const [rows] = await manager.query<[Tombstone[], number]>(
    `DELETE FROM tombstone WHERE record_kind = $1 AND record_id = $2
     RETURNING version, verified_at, due_at, former_names`,
    [kind, id],
  );
  return rows[0] ?? null;
}

/** Lets former names lead to a restored record again. Call it after the record was published. */
export async function restoreFormerNames(
  manager: EntityManager,
  { former_names }: Tombstone,
  document: RecordDocument,
): Promise<void> {
  const present = new Set([
    document.slug,
    ...('places' in document ? document.places.map(({ slug }) => slug) : []),
  ]);
  await manager.query(
    `INSERT INTO former_name (kind, name, record_id)
     SELECT kind, name, record_id
       FROM jsonb_to_recordset($1::jsonb) AS row(kind text, name text, record_id uuid)
     ON CONFLICT (kind, name) DO UPDATE SET record_id = excluded.record_id`,
    [JSON.stringify(former_names.filter(({ name }) => !present.has(name)))],
  );
}
