import { Injectable } from '@nestjs/common';
import type { EditedRecord, Revision, RevisionNote } from '#contract';
import { type RecordReference, RevisionRepository } from '#editorial';
import type { Actor } from '#identity';
import { Clock } from '../../public/shared/state/clock.ts';
import { accessOf } from '../shared/access.ts';
import { withProblems } from '../shared/editing-problems.ts';
import type { RevisionPage } from './history.schema.ts';

const PAGE_SIZE = 50;

/** Reads the history of records, and brings back what they were. */
@Injectable()
export class HistoryService {
  constructor(
    private readonly revisions: RevisionRepository,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFoundError */
  async page(
    reference: RecordReference,
    before: string | null,
    actor: Actor,
  ): Promise<RevisionPage> {
    const access = accessOf(actor, 'read', reference.kind);
    const query = { before, limit: PAGE_SIZE + 1 };
    const rows = await withProblems(this.revisions.list(reference, query, access));
    const items = rows.slice(0, PAGE_SIZE);
    return { items, next: rows.length > PAGE_SIZE ? (items.at(-1)?.id ?? null) : null };
  }

  /** @throws NotFoundError */
  async one(reference: RecordReference, revision: string, actor: Actor): Promise<Revision> {
    const access = accessOf(actor, 'read', reference.kind);
    return await withProblems(this.revisions.one(reference, revision, access));
  }

  /** @throws NotFoundError, PreconditionFailedError, ForbiddenError, InvalidRequestError */
  async revert(
    reference: RecordReference,
    change: {
      revision: string;
      what: 'state' | 'change';
      version: number;
      note: RevisionNote;
    },
    actor: Actor,
  ): Promise<EditedRecord> {
    const access = accessOf(actor, 'update', reference.kind);
    const revert = { reference, ...change };
    return await withProblems(this.revisions.revert(revert, access, this.clock.now()));
  }

  /** @throws NotFoundError when no such record was deleted */
  async restore(
    reference: RecordReference,
    note: RevisionNote,
    actor: Actor,
  ): Promise<EditedRecord> {
    const access = accessOf(actor, 'create', reference.kind);
    const now = this.clock.now();
    return await withProblems(this.revisions.restore(reference, note, { access, now }));
  }
}
