import { Injectable } from '@nestjs/common';
import { type Overview, verifiedKinds } from '#contract';
import { OverviewRepository, VerificationQueueRepository } from '#editorial';
import type { Actor } from '#identity';
import { Clock } from '../../public/shared/state/clock.ts';
import { accessOf } from '../shared/access.ts';

/** What there is to do with the records of an account. */
@Injectable()
export class OverviewService {
  constructor(
    private readonly overview: OverviewRepository,
    private readonly queue: VerificationQueueRepository,
    private readonly clock: Clock,
  ) {}

  /** What an account may do is the same for all kinds of records. */
  async of(actor: Actor): Promise<Overview> {
    const now = this.clock.now();
    const read = accessOf(actor, 'read', 'organization');
    const verify = accessOf(actor, 'verify', 'organization');
    const mayVerify = actor.ability.can('verify', 'organization');
    const mayReview = actor.ability.can('review', 'organization');
    return {
      records: await this.overview.records(read, now),
      queue: mayVerify ? await this.queue.counts(verify, [...verifiedKinds], now) : null,
      suggestions: mayReview
        ? await this.overview.suggestions(accessOf(actor, 'review', 'organization'))
        : null,
      changed: await this.overview.changed(read, now),
      assigned: await this.overview.assigned(read, now),
    };
  }
}
