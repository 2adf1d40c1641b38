import { Injectable } from '@nestjs/common';
import type {
  BulkChangeReport,
  BulkChangeRequest,
  BulkChangeSummary,
  BulkUndoReport,
} from '#contract';
import { BulkChangeRepository, BulkUndoRepository } from '#editorial';
import type { Actor } from '#identity';
import { InvalidRequestError } from '../../http/problems/problems.ts';
import { Clock } from '../../public/shared/state/clock.ts';
import { accessOf } from '../shared/access.ts';
import { withProblems } from '../shared/editing-problems.ts';
import { AssigneesService } from './assignees.service.ts';

/** Changes of many records at once, and their undo. */
@Injectable()
export class BulkChangeService {
  constructor(
    private readonly changes: BulkChangeRepository,
    private readonly undos: BulkUndoRepository,
    private readonly assignees: AssigneesService,
    private readonly clock: Clock,
  ) {}

  /** @throws InvalidRequestError, ConflictError for a key of another change */
  async apply(
    { change, revision: note, records }: BulkChangeRequest,
    key: string | null,
    actor: Actor,
  ): Promise<BulkChangeReport> {
    const { action, field, value } = change;
    if (key === null) {
      throw new InvalidRequestError([{ name: 'Idempotency-Key', detail: 'Send one.' }]);
    }
    if (field !== null && !note) {
      throw new InvalidRequestError([{ name: 'revision', detail: 'Say where it comes from.' }]);
    }
    const assignee = action === 'assign' && value ? await this.assignees.one(value) : null;
    const request = { key, change, note: field === null ? null : note, records, assignee };
    return await withProblems(this.changes.apply(request, bulkAccess(actor), this.clock.now()));
  }

  async latest(actor: Actor): Promise<{ items: BulkChangeSummary[] }> {
    return { items: await this.changes.latest(bulkAccess(actor)) };
  }

  /** @throws NotFoundError when it is not a bulk change of the account */
  async undo(id: string, actor: Actor): Promise<BulkUndoReport> {
    const now = this.clock.now();
    const source = {
      url: null,
      what: 'The undo of a bulk change',
      date: now.toISOString().slice(0, 10),
    };
    const note = { reason: null, source };
    return await withProblems(this.undos.undo(id, { note, access: bulkAccess(actor), now }));
  }
}

// What an account may change is the same for all kinds.
function bulkAccess(actor: Actor) {
  return accessOf(actor, 'update', 'organization');
}
