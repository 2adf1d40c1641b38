import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import {
  applyDifferences,
  differencesOf,
  type EditedRecord,
  type RecordDocument,
  type Revision,
  type RevisionNote,
  type RevisionSummary,
} from '#contract';
import { inTransaction } from '#database';
import { privatePlaces, restoreWithheld, withhold } from '../document/withhold.ts';
import {
  type Access,
  assertStaysInScope,
  isInScope,
  type RecordReference,
  scopedRecord,
} from '../record/author.ts';
import { OutOfScopeError, RecordConflictError, RecordNotFoundError } from '../record/errors.ts';
import { lockVersion, readBack } from '../record/record.repository.ts';
import { assertStorable, writeRecord } from '../record/save-record.ts';
import { readStoredRecord } from '../record/stored-record.ts';
import { restoreFormerNames, takeTombstone } from '../record/tombstone.ts';

const SUMMARY = `id::text, record_kind AS kind, record_id, version, action,
  to_json(made_at)#>>'{}' AS made_at, reason, source,
  CASE WHEN author_id IS NOT NULL
    THEN json_build_object('id', author_id, 'name', author_name) END AS author`;

type StoredRevision = Omit<Revision, 'differences'>;

/** A request to take changes back. */
export interface Revert {
  reference: RecordReference;
  revision: string;
  /**
   * `state`: what the record was after the revision comes back; `change`: what the revision changed
   * is undone, and later changes stay.
   */
  what: 'state' | 'change';
  /** Of the record now. */
  version: number;
  note: RevisionNote;
}

/** Reads the history of records, and brings back what they were. */
@Injectable()
export class RevisionRepository {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * Returns the revisions of a record, newest first.
   *
   * @param before the number of a revision: those before it
   * @throws RecordNotFoundError when the record is not in the scope
   */
  async list(
    reference: RecordReference,
    { before, limit }: { before: string | null; limit: number },
    access: Access,
  ): Promise<RevisionSummary[]> {
    return await inTransaction(this.dataSource, async (manager) => {
      await presentDocument(manager, reference, access);
      return await manager.query<RevisionSummary[]>(
        `SELECT ${SUMMARY} FROM revision
          WHERE record_kind = $1 AND record_id = $2 AND ($3::bigint IS NULL OR id < $3)
          ORDER BY revision.id DESC LIMIT $4`,
        [reference.kind, reference.id, before, limit],
      );
    });
  }

  /** @throws RecordNotFoundError when there is no such revision of a record in the scope */
  async one(reference: RecordReference, revision: string, access: Access): Promise<Revision> {
    return await inTransaction(this.dataSource, async (manager) => {
      const present = await presentDocument(manager, reference, access);
      return visibleRevision(await readRevision(manager, reference, revision), present, access);
    });
  }

  /**
   * Takes changes back, as a new revision.
   *
   * @throws RecordNotFoundError, StaleRecordError, OutOfScopeError, RecordRejectedError
   * @throws RecordConflictError when a later revision changed the same
   */
  async revert(revert: Revert, access: Access, now: Date): Promise<EditedRecord> {
    return await inTransaction(this.dataSource, async (manager) => {
      await revertRevision(manager, revert, { access, now });
      return await readBack(manager, revert.reference, access);
    });
  }

  /**
   * Brings a deleted record back, with its ids and slugs.
   *
   * @throws RecordNotFoundError when no record of that id was deleted in the scope
   */
  async restore(
    reference: RecordReference,
    note: RevisionNote,
    { access, now }: { access: Access; now: Date },
  ): Promise<EditedRecord> {
    return await inTransaction(this.dataSource, async (manager) => {
      const { kind } = reference;
      const tombstone = await takeTombstone(manager, reference);
      const after = tombstone && (await lastDocument(manager, reference));
      if (!after || !isInScope(access.scope, scopedRecord(reference, after))) {
        throw new RecordNotFoundError();
      }
      await assertStorable(manager, after);
      const verified = kind === 'guide' ? [] : ['verified_at', 'due_at'];
      await writeRecord(manager, {
        ...{ reference, before: null, after, note, access, now },
        action: 'restored',
        columns: {
          version: tombstone.version + 1,
          ...Object.fromEntries(
            verified.map((name) => [name, tombstone[name as 'verified_at' | 'due_at']]),
          ),
        },
      });
      await restoreFormerNames(manager, tombstone, after);
      return await readBack(manager, reference, access);
    });
  }
}

/** Takes changes back, in a transaction. @throws the errors of `RevisionRepository.revert` */
export async function revertRevision(
  manager: EntityManager,
  { reference, revision, what, version, note }: Revert,
  { access, now }: { access: Access; now: Date },
): Promise<void> {
  const before = await lockVersion(manager, { reference, version }, access);
  const made = await readRevision(manager, reference, revision);
  const after = what === 'state' ? stateAfter(made) : undone(made, before.document);
  assertNotMorePublic(after, before.document, access);
  assertStaysInScope(access, reference, after);
  await assertStorable(manager, after);
  await writeRecord(manager, {
    ...{ reference, before, after, note, access, now },
    action: 'reverted',
  });
}

/**
 * Returns the document of a record, or if it was deleted the last one.
 *
 * @throws RecordNotFoundError when it is not in the scope
 */
async function presentDocument(
  manager: EntityManager,
  reference: RecordReference,
  access: Access,
): Promise<RecordDocument> {
  const deleted = await manager.query<object[]>(
    `SELECT FROM tombstone WHERE record_kind = $1 AND record_id = $2`,
    [reference.kind, reference.id],
  );
  if (deleted.length === 0) {
    return (await readStoredRecord(manager, reference, { access, lock: 'SHARE' })).document;
  }
  const last = await lastDocument(manager, reference);
  if (last && isInScope(access.scope, scopedRecord(reference, last))) return last;
  throw new RecordNotFoundError();
}

async function lastDocument(
  manager: EntityManager,
  { kind, id }: RecordReference,
): Promise<RecordDocument | null> {
  const [row] = await manager.query<{ document: RecordDocument }[]>(
    `SELECT coalesce(after, before) AS document FROM revision
      WHERE record_kind = $1 AND record_id = $2 ORDER BY revision.id DESC LIMIT 1`,
    [kind, id],
  );
  return row?.document ?? null;
}

async function readRevision(
  manager: EntityManager,
  { kind, id }: RecordReference,
  revision: string,
): Promise<StoredRevision> {
  const [row] = await manager.query<StoredRevision[]>(
    `SELECT ${SUMMARY}, before, after FROM revision
      WHERE id = $3 AND record_kind = $1 AND record_id = $2`,
    [kind, id, revision],
  );
  if (!row) throw new RecordNotFoundError();
  return row;
}

function stateAfter({ before, after }: StoredRevision): RecordDocument {
  const state = after ?? before;
  if (state) return state;
  throw new RecordConflictError('There is no state of the record in this revision.');
}

function undone({ before, after }: StoredRevision, present: RecordDocument): RecordDocument {
  if (!before || !after) throw new RecordConflictError('Only a change of a record can be undone.');
  const later = new Set(differencesOf(after, present).map(({ path }) => path));
  const back = differencesOf(after, before);
  const overlap = back.filter(({ path }) => later.has(path)).map(({ path }) => path);
  const result = overlap.length === 0 ? applyDifferences(present, back) : null;
  if (result) return result;
  throw new RecordConflictError(`It was changed again since: ${overlap.join(', ')}.`);
}

// A place that is private in one of these states is private in all of them.
function visibleRevision(
  { before, after, ...summary }: StoredRevision,
  present: RecordDocument,
  { confidential }: Access,
): Revision {
  const hidden = [present, before, after].flatMap(privatePlaces);
  const visible = (document: RecordDocument | null) =>
    document && !confidential ? withhold(document, hidden) : document;
  const states = { before: visible(before), after: visible(after) };
  return { ...summary, ...states, differences: differencesOf(states.before, states.after) };
}

function assertNotMorePublic(
  after: RecordDocument,
  present: RecordDocument,
  { confidential }: Access,
): void {
  if (confidential) return;
  const { wrong } = restoreWithheld(after, present);
  if (wrong.length === 0) return;
  throw new OutOfScopeError('It would make more of a private place public, which you may not see.');
}
