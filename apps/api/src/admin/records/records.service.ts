import { Injectable } from '@nestjs/common';
import type { EditedKind, EditedRecord, RevisionNote } from '#contract';
import { type RecordReference, RecordRepository } from '#editorial';
import type { Actor } from '#identity';
import { Clock } from '../../public/shared/state/clock.ts';
import { accessOf } from '../shared/access.ts';
import { withProblems } from '../shared/editing-problems.ts';
import type { EditDto } from './dto/edit.dto.ts';

/** Reads and changes records for the people who may. */
@Injectable()
export class RecordsService {
  constructor(
    private readonly records: RecordRepository,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFoundError */
  async one(reference: RecordReference, actor: Actor): Promise<EditedRecord> {
    const access = accessOf(actor, 'read', reference.kind);
    return await withProblems(this.records.one(reference, access));
  }

  /** @throws InvalidRequestError, ForbiddenError, ConflictError */
  async create(
    kind: EditedKind,
    { document, revision: note, key }: EditDto & { key: string | null },
    actor: Actor,
  ): Promise<EditedRecord> {
    const access = accessOf(actor, 'create', kind);
    const now = this.clock.now();
    return await withProblems(this.records.create({ kind, document, note, key }, access, now));
  }

  /** @throws NotFoundError, PreconditionFailedError, InvalidRequestError, ForbiddenError */
  async update(
    reference: RecordReference,
    { document, revision: note, version }: EditDto & { version: number },
    actor: Actor,
  ): Promise<EditedRecord> {
    const access = accessOf(actor, 'update', reference.kind);
    const edit = { reference, version, document, note };
    return await withProblems(this.records.update(edit, access, this.clock.now()));
  }

  /** @throws NotFoundError, PreconditionFailedError, ConflictError when something refers to it */
  async delete(
    reference: RecordReference,
    { note, version }: { note: RevisionNote; version: number },
    actor: Actor,
  ): Promise<{ id: string; state: 'deleted' }> {
    const access = accessOf(actor, 'delete', reference.kind);
    const edit = { reference, version, note };
    await withProblems(this.records.delete(edit, access, this.clock.now()));
    return { id: reference.id, state: 'deleted' };
  }
}
