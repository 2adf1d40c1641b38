import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import {
  applyDifferences,
  differencesOf,
  type EditedKind,
  type FourEyes,
  type OwnProposal,
  type RecordDocument,
  type ReviewedSuggestion,
  type RevisionNote,
} from '#contract';
import { inTransaction } from '#database';
import { appendAudit } from '../audit/audit.ts';
import { withPartIds } from '../document/part-ids.ts';
import type { Access, RecordReference } from '../record/author.ts';
import {
  OutOfScopeError,
  RecordConflictError,
  RecordRejectedError,
  StaleRecordError,
} from '../record/errors.ts';
import { changesPrivatePlaces, FOUR_EYES, needsFourEyes } from '../record/four-eyes.ts';
import { once } from '../record/idempotency.ts';
import { deleteStored, lockVersion } from '../record/record.repository.ts';
import { prepareDocument, writeRecord } from '../record/save-record.ts';
import { readStoredRecord, type StoredRecord, visibleRecord } from '../record/stored-record.ts';
import { addProposal } from './proposal.ts';
import {
  lockSuggestion,
  openSuggestions,
  proposedDocument,
  type StoredSuggestion,
  visibleSuggestion,
} from './suggestion-queue.ts';

const MAX_OWN = 50;
const OWN_PROPOSALS = `
  SELECT suggestion.id, text, made_at, state,
    json_build_object('kind', record_kind, 'id', suggestion.record_id, 'name', record.name) AS record,
    CASE WHEN handled_at IS NOT NULL THEN
      json_build_object('by', decision.author_name, 'at', handled_at, 'reply', decision.reason) END
      AS decision
    FROM proposal
    JOIN suggestion ON suggestion.id = proposal.suggestion_id
    LEFT JOIN suggestion_decision AS decision ON decision.suggestion_id = suggestion.id
    LEFT JOIN record_summary AS record ON record.id = suggestion.record_id
   WHERE proposal.author_id = $1
   ORDER BY made_at DESC LIMIT $2`;

/** A proposal as it was sent. */
export interface ProposalRequest {
  reference: RecordReference;
  /** That its author has read. */
  version: number;
  /** null: delete the record. */
  document: RecordDocument | null;
  note: RevisionNote;
  /** The `Idempotency-Key`. */
  key: string | null;
}

/** How a suggestion is accepted. Without a document and paths: as it is. */
export interface Acceptance {
  id: string;
  /** The document as its reviewer edited it, and the version of the record that they read. */
  edited: { document: RecordDocument; version: number } | null;
  /** The paths of the differences that are accepted; null: all. */
  paths: string[] | null;
  /** null: that of the proposal. */
  note: RevisionNote | null;
  /** What the author of the proposal is told. */
  reply: string | null;
}

/** What a review came to. */
export interface ReviewResult {
  id: string;
  state: 'accepted' | 'declined';
  /** Of the record; null: it was not changed. */
  revision: string | null;
}

/** Stores proposals, and lets others accept or reject what was suggested. */
@Injectable()
export class ReviewRepository {
  constructor(
    private readonly dataSource: DataSource,
    @Inject(FOUR_EYES) private readonly fourEyes: FourEyes,
  ) {}

  /** @throws RecordNotFoundError, StaleRecordError, RecordRejectedError */
  async propose(
    { reference, version, document, note, key }: ProposalRequest,
    access: Access,
    now: Date,
  ): Promise<{ id: string }> {
    const request = { authorId: access.author.id, key, content: [reference, document, note] };
    return await inTransaction(this.dataSource, async (manager) => {
      const work = async () => {
        const before = await lockVersion(manager, { reference, version }, access);
        const context = { reference, before, access: { ...access, scope: null }, now };
        const after = document && (await prepareDocument(manager, document, context));
        if (after && differencesOf(before.document, after).length === 0) {
          const detail = 'It says what the record says already.';
          throw new RecordRejectedError([{ name: 'document', detail }]);
        }
        const text = note.reason ?? note.source.what;
        const { author } = access;
        const id = await addProposal(manager, before, { document: after, text, note, author, now });
        await appendAudit(
          manager,
          { action: 'proposed', by: author.id, ...reference, suggestion: id },
          now,
        );
        return { id };
      };
      return await once(manager, request, { work, now });
    });
  }

  /** Returns a page of what waits for review, the most harmful first. */
  async open(
    access: Access,
    page: { offset: number; limit: number },
  ): Promise<{ items: ReviewedSuggestion[]; total: number }> {
    return await inTransaction(this.dataSource, async (manager) => {
      const { rows, total } = await openSuggestions(manager, access, page);
      const items: ReviewedSuggestion[] = [];
      for (const row of rows) {
        items.push(visibleSuggestion(row, await recordOf(manager, row, access), access));
      }
      return { items, total };
    });
  }

  /** Returns what somebody has proposed, newest first, and what became of it. */
  async ownProposals(authorId: string): Promise<OwnProposal[]> {
    return await this.dataSource.query<OwnProposal[]>(OWN_PROPOSALS, [authorId, MAX_OWN]);
  }

  /** Returns the kind of the record that a suggestion is about. @throws RecordNotFoundError */
  async kindOf(id: string, access: Access): Promise<EditedKind> {
    return await inTransaction(this.dataSource, async (manager) => {
      return (await lockSuggestion(manager, id, access)).kind;
    });
  }

  /**
   * Accepts a suggestion: the record is changed as it says, or as its reviewer edited it. What only
   * tells something is done with.
   *
   * @throws RecordNotFoundError, RecordRejectedError, StaleRecordError
   * @throws RecordConflictError when it was handled already, or the record no longer has what it changes
   * @throws OutOfScopeError when someone else has to accept it
   */
  async accept(acceptance: Acceptance, access: Access, now: Date): Promise<ReviewResult> {
    return await inTransaction(this.dataSource, async (manager) => {
      const suggestion = await lockOpen(manager, acceptance.id, access);
      const record = await recordOf(manager, suggestion, access, 'UPDATE');
      const { edited } = acceptance;
      if (edited && edited.version !== record.version) {
        throw new StaleRecordError(visibleRecord(record, access));
      }
      const note = acceptance.note ?? suggestion.note;
      const sent = documentToWrite(suggestion, acceptance, record);
      if (sent !== undefined && !note) {
        throw new RecordRejectedError([{ name: 'revision', detail: 'Say where it comes from.' }]);
      }
      const revision =
        sent === undefined || !note
          ? null
          : await change(manager, {
              ...{ suggestion, record, sent, note, access, now },
              ownIsRefused: this.fourEyes !== 'off',
            });
      const decision = { state: 'accepted' as const, reason: acceptance.reply, revision };
      return await decide(manager, { suggestion, ...decision }, { access, now });
    });
  }

  /** @throws RecordNotFoundError, RecordConflictError when it was handled already */
  async reject(id: string, reason: string, { access, now }: Decider): Promise<ReviewResult> {
    return await inTransaction(this.dataSource, async (manager) => {
      const suggestion = await lockOpen(manager, id, access);
      const decision = { state: 'declined' as const, reason, revision: null };
      return await decide(manager, { suggestion, ...decision }, { access, now });
    });
  }
}

interface Decider {
  access: Access;
  now: Date;
}

async function lockOpen(
  manager: EntityManager,
  id: string,
  access: Access,
): Promise<StoredSuggestion> {
  const suggestion = await lockSuggestion(manager, id, access);
  if (suggestion.state === 'open') return suggestion;
  throw new RecordConflictError('Somebody has handled this suggestion already.');
}

async function recordOf(
  manager: EntityManager,
  { kind, record_id }: StoredSuggestion,
  access: Access,
  lock: 'SHARE' | 'UPDATE' = 'SHARE',
): Promise<StoredRecord> {
  return await readStoredRecord(manager, { kind, id: record_id }, { access, lock });
}

/** Returns the document to write; null: delete the record; undefined: change nothing. */
function documentToWrite(
  suggestion: StoredSuggestion,
  { edited, paths }: Acceptance,
  record: StoredRecord,
): { document: RecordDocument; isEdited: boolean } | null | undefined {
  if (edited) return { document: edited.document, isEdited: true };
  if (suggestion.action === 'delete') return null;
  const proposed = proposedDocument(suggestion, record);
  if (!proposed) return undefined;
  const all = differencesOf(proposed.base, proposed.document);
  const accepted = paths ? all.filter(({ path }) => paths.includes(path)) : all;
  const merged = applyDifferences(record.document, accepted);
  if (merged && accepted.length > 0) return { document: merged, isEdited: false };
  throw new RecordConflictError(
    accepted.length === 0
      ? 'It proposes none of these paths.'
      : 'The record no longer has what this changes: edit it and accept that.',
  );
}

interface AcceptedChange extends Decider {
  suggestion: StoredSuggestion;
  record: StoredRecord;
  sent: { document: RecordDocument; isEdited: boolean } | null;
  note: RevisionNote;
  /** Whether nobody accepts alone what they proposed. */
  ownIsRefused: boolean;
}

async function change(
  manager: EntityManager,
  { suggestion, record, sent, note, access, now, ownIsRefused }: AcceptedChange,
): Promise<string> {
  const isOwn = ownIsRefused && suggestion.author?.id === access.author.id;
  const refuseOwn = (after: RecordDocument | null) => {
    if (!isOwn || !(suggestion.four_eyes || needsFourEyes(record.document, after))) return;
    throw new OutOfScopeError(
      'Someone else has to accept this: it is about codes, private places, a closure or a deletion.',
    );
  };
  if (sent === null) {
    refuseOwn(null);
    return await deleteStored(manager, record, { note, access, now });
  }
  // What is proposed was never withheld from itself; what the reviewer edited was from them.
  if (
    !sent.isEdited &&
    !access.confidential &&
    changesPrivatePlaces(record.document, sent.document)
  ) {
    throw new OutOfScopeError('It is about a private place, which your account may not see.');
  }
  const reference = { kind: record.kind, id: record.id };
  const seen = sent.isEdited ? access : { ...access, confidential: true };
  const context = { reference, before: record, access: seen, now };
  const after = await prepareDocument(manager, withPartIds(sent.document), context);
  refuseOwn(after);
  return await writeRecord(manager, { ...context, access, action: 'updated', after, note });
}

async function decide(
  manager: EntityManager,
  {
    suggestion,
    state,
    reason,
    revision,
  }: { suggestion: StoredSuggestion; reason: string | null } & Omit<ReviewResult, 'id'>,
  { access, now }: Decider,
): Promise<ReviewResult> {
  const { id } = suggestion;
  const { author } = access;
  await manager.query(`UPDATE suggestion SET state = $2, handled_at = $3 WHERE id = $1`, [
    id,
    state,
    now,
  ]);
  await manager.query(
    `INSERT INTO suggestion_decision (suggestion_id, author_id, author_name, reason, revision_id)
     VALUES ($1, $2, $3, $4, $5)`,
    [id, author.id, author.name, reason, revision],
  );
  const { kind, record_id } = suggestion;
  await appendAudit(
    manager,
    { action: state, by: author.id, kind, id: record_id, suggestion: id },
    now,
  );
  return { id, state, revision };
}
