import { Inject, Injectable } from '@nestjs/common';
import {
  type EditedRecord,
  type NewVerification,
  type VerificationDays,
  type VerifiedKind,
  verifiedKinds,
} from '#contract';
import { VerificationQueueRepository, VerificationRepository } from '#editorial';
import type { Actor } from '#identity';
import { PagePosition } from '../../public/shared/paging/cursor.ts';
import { Clock } from '../../public/shared/state/clock.ts';
import { accessOf } from '../shared/access.ts';
import { assignedTo } from '../shared/assigned-to.decorator.ts';
import { withProblems } from '../shared/editing-problems.ts';
import type { VerificationQueueDto } from './verification.dto.ts';
import type { VerificationQueue } from './verification.schema.ts';
import { VERIFICATION_DAYS } from './verification-days.ts';

/** What is due, and what came of calling. */
@Injectable()
export class VerificationService {
  constructor(
    private readonly verifications: VerificationRepository,
    private readonly queue: VerificationQueueRepository,
    private readonly clock: Clock,
    @Inject(VERIFICATION_DAYS) private readonly days: VerificationDays,
  ) {}

  /** @throws NotFoundError, PreconditionFailedError, ConflictError, InvalidRequestError */
  async add(
    reference: { kind: VerifiedKind; id: string },
    { version, verification }: { version: number; verification: NewVerification },
    actor: Actor,
  ): Promise<EditedRecord> {
    const access = accessOf(actor, 'verify', reference.kind);
    const request = { reference, version, verification };
    const settings = { now: this.clock.now(), days: this.days };
    return await withProblems(this.verifications.add(request, access, settings));
  }

  /** @throws InvalidRequestError for a cursor of another queue */
  async page(query: VerificationQueueDto, actor: Actor): Promise<VerificationQueue> {
    const { kind, assigned, limit = 1 } = query;
    const position = new PagePosition('verification-queue', query, 'string');
    // What an account may verify is the same for all kinds.
    const access = accessOf(actor, 'verify', kind ?? 'organization');
    const kinds = kind ? [kind] : [...verifiedKinds];
    const assignee = assignedTo(assigned, actor);
    const request = { kinds, assignee, from: position.from, limit };
    const page = await this.queue.page(request, access, this.clock.now());
    return { items: page.rows, total: page.total, next: position.bind(page).next };
  }
}
