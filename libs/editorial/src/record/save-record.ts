import { type EntityManager, QueryFailedError } from 'typeorm';
import type { RecordDocument, RevisionAction, RevisionNote } from '#contract';
import { appendChanges, assertNoOverlap, EditRejectedError, publishChange } from '#directory';
import { appendAudit, documentHash } from '../audit/audit.ts';
import { wrongFields } from '../document/check-document.ts';
import { withPartIds, wrongPartIds } from '../document/part-ids.ts';
import { recordTypes, townKeysOf } from '../document/record-type.ts';
import { settleDocument } from '../document/settle-document.ts';
import { restoreWithheld, withoutMarks } from '../document/withhold.ts';
import { type RecordRows, saveRows } from '../rows/record-rows.ts';
import { type References, readReferences } from '../rows/references.ts';
import { type Access, assertStaysInScope, type RecordReference } from './author.ts';
import { RecordConflictError, RecordRejectedError } from './errors.ts';
import type { StoredRecord } from './stored-record.ts';

/** A change of one record that is about to be written. */
export interface RecordWrite {
  reference: RecordReference;
  action: RevisionAction;
  before: StoredRecord | null;
  /** null: it is deleted. */
  after: RecordDocument | null;
  note: RevisionNote | null;
  access: Access;
  now: Date;
  /** Columns of the record that its document does not have. */
  columns?: object;
}

/**
 * Prepares a document as it was sent: what the author may not see is put back, parts get ids, and
 * everything is checked.
 *
 * @throws RecordRejectedError naming each wrong field
 * @throws OutOfScopeError when the record would leave the author's scope
 */
export async function prepareDocument(
  manager: EntityManager,
  sent: RecordDocument,
  { reference, before, access, now }: Pick<RecordWrite, 'reference' | 'before' | 'access' | 'now'>,
): Promise<RecordDocument> {
  const merged = access.confidential
    ? { document: withoutMarks(sent), wrong: [] }
    : restoreWithheld(sent, before?.document ?? null);
  const { document, wrong } = settleDocument(
    withPartIds(merged.document),
    before?.document ?? null,
    now,
  );
  const references = await readReferences(manager, townKeysOf(document));
  const problems = [
    ...merged.wrong,
    ...wrong,
    ...(await wrongPartIds(manager, document, before?.rows ?? {})),
    ...(await wrongFields(manager, document, references)),
    ...(await retiredSlugs(manager, reference, document)),
  ];
  if (problems.length > 0) throw new RecordRejectedError(problems);
  assertStaysInScope(access, reference, document);
  return document;
}

/**
 * Checks a state of the past, which may name what is gone.
 *
 * @throws RecordRejectedError
 */
export async function assertStorable(
  manager: EntityManager,
  document: RecordDocument,
): Promise<void> {
  const references = await readReferences(manager, townKeysOf(document));
  const wrong = await wrongFields(manager, document, references);
  if (wrong.length > 0) throw new RecordRejectedError(wrong);
}

/**
 * Writes a record, a revision, the read model and the audit log. Call it in a transaction.
 *
 * @returns the number of the revision
 * @throws RecordRejectedError when a slug or a code belongs to another record
 * @throws RecordConflictError when something still refers to a record that is deleted
 */
export async function writeRecord(manager: EntityManager, write: RecordWrite): Promise<string> {
  const { reference, before, after, access, note, now, action } = write;
  const { kind, id } = reference;
  try {
    await store(manager, write);
    const version = after ? await versionOf(manager, reference) : (before?.version ?? 0);
    const [revision] = await manager.query<{ id: string }[]>(
      `INSERT INTO revision (record_kind, record_id, version, action, made_at, author_id, author_name,
         reason, source, before, after)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) RETURNING id`,
      [
        ...[kind, id, version, action, now, access.author.id, access.author.name],
        ...[note?.reason ?? null, note && JSON.stringify(note.source)],
        ...[before && JSON.stringify(before.document), after && JSON.stringify(after)],
      ],
    );
    await publish(manager, write);
    const revisionId = String(revision?.id);
    const hashes = { before: documentHash(before?.document ?? null), after: documentHash(after) };
    await appendAudit(
      manager,
      { action, by: access.author.id, kind, id, version, revision: revisionId, ...hashes },
      now,
    );
    return revisionId;
  } catch (error) {
    throw explained(error);
  }
}

async function store(manager: EntityManager, write: RecordWrite): Promise<void> {
  const { reference, before, after, columns = {} } = write;
  const { kind, id } = reference;
  const isCode = (document: RecordDocument | null | undefined) =>
    document && 'speed_dials' in document && document.speed_dials.length > 0;
  // Two concurrent edits could both find a code unused.
  if (isCode(after) || isCode(before?.document)) {
    await manager.query(`LOCK TABLE speed_dial IN SHARE ROW EXCLUSIVE MODE`);
  }
  const stored: RecordRows = before?.rows ?? {};
  const references: References = await readReferences(manager, after ? townKeysOf(after) : []);
  const rows: RecordRows = after
    ? recordTypes[kind].toRows(after, { id, before: stored, references })
    : {};
  const [root] = (rows[kind] ?? []) as object[];
  if (root) Object.assign(root, columns);
  await saveRows(manager, kind, { before: stored, after: rows });
  if (after && 'speed_dials' in after) await refuseOverlaps(manager, after);
}

async function refuseOverlaps(
  manager: EntityManager,
  { speed_dials }: Extract<RecordDocument, { speed_dials: unknown }>,
): Promise<void> {
  for (const [index, { id, code, facility_ids }] of speed_dials.entries()) {
    try {
      await assertNoOverlap(manager, { id: String(id), code, facilities: facility_ids });
    } catch (error) {
      if (!(error instanceof EditRejectedError)) throw error;
      const name = `document.speed_dials.${index}.code`;
      throw new RecordRejectedError([{ name, detail: error.detail }]);
    }
  }
}

async function publish(
  manager: EntityManager,
  { reference: { kind, id }, before, after }: RecordWrite,
): Promise<void> {
  const action = !before ? 'created' : after ? 'updated' : 'deleted';
  if (kind === 'guide') await appendChanges(manager, kind, [{ id, action }]);
  else await publishChange(manager, kind, [{ id, action }]);
  // The codes of a help line are also those of its organization, and of the one that it had before.
  if (kind !== 'help_line') return;
  const owners = [before?.document, after].flatMap((document) =>
    document && 'organization_id' in document && document.organization_id
      ? [document.organization_id]
      : [],
  );
  const updates = [...new Set(owners)].map((owner) => ({ id: owner, action: 'updated' as const }));
  await publishChange(manager, 'organization', updates);
}

async function versionOf(manager: EntityManager, { kind, id }: RecordReference): Promise<number> {
  const [row] = await manager.query<{ version: number }[]>(
    `SELECT version FROM ${kind} WHERE id = $1`,
    [id],
  );
  return row?.version ?? 1;
}

/** Finds slugs of records that were deleted: they are not used again. */
async function retiredSlugs(
  manager: EntityManager,
  { kind, id }: RecordReference,
  document: RecordDocument,
): Promise<{ name: string; detail: string }[]> {
  const places = 'places' in document ? document.places : [];
  const slugs = [
    { name: 'document.slug', slug: document.slug },
    ...places.map(({ slug }, index) => ({ name: `document.places.${index}.slug`, slug })),
  ];
  const retired = await manager.query<{ slug: string }[]>(
    `SELECT unnest(slugs) AS slug FROM tombstone
      WHERE record_kind = $1 AND record_id <> $2 AND slugs && $3::text[]`,
    [kind, id, slugs.map(({ slug }) => slug)],
  );
  const taken = new Set(retired.map(({ slug }) => slug));
  return slugs
    .filter(({ slug }) => taken.has(slug))
    .map(({ name }) => ({ name, detail: 'A record that was deleted has this slug.' }));
}

/** Which field is wrong, by the constraint that the database refuses it with. */
const CONSTRAINTS: Record<string, { name: string; detail?: string }> = {
  slug_is_unambiguous: { name: 'document.slug' },
  organization_slug_key: { name: 'document.slug', detail: 'Another organization has this slug.' },
  location_slug_key: { name: 'document.places', detail: 'Another place has one of these slugs.' },
  help_line_slug_key: { name: 'document.slug', detail: 'Another help line has this slug.' },
  facility_slug_key: { name: 'document.slug', detail: 'Another facility has this slug.' },
  guide_slug_key: { name: 'document.slug', detail: 'Another guide has this slug.' },
  facility_ice_code_key: { name: 'document.ice_code', detail: 'Another facility has this code.' },
};

function explained(error: unknown): unknown {
  if (!(error instanceof QueryFailedError)) return error;
  const { constraint = '', message } = error.driverError as {
    constraint?: string;
    message: string;
  };
  const known = CONSTRAINTS[constraint];
  if (known)
    return new RecordRejectedError([{ name: known.name, detail: known.detail ?? `${message}.` }]);
  if (constraint === 'facility_has_no_codes') return new RecordConflictError(`${message}.`);
  return error;
}
