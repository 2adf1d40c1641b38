import { Injectable } from '@nestjs/common';
import type { OwnProposal, RecordDocument, RevisionNote } from '#contract';
import { type RecordReference, ReviewRepository, type ReviewResult } from '#editorial';
import type { Actor } from '#identity';
import { InvalidRequestError } from '../../http/problems/problems.ts';
import { validationPipe } from '../../http/problems/validation.ts';
import { Clock } from '../../public/shared/state/clock.ts';
import { type EditDto, editDtos } from '../records/dto/edit.dto.ts';
import { accessOf } from '../shared/access.ts';
import { withProblems } from '../shared/editing-problems.ts';
import type { AcceptanceDto } from './review.dto.ts';
import type { SuggestionQueue } from './review.schema.ts';

const PAGE_SIZE = 20;

/** Proposals and suggestions, and what becomes of them. */
@Injectable()
export class ReviewService {
  constructor(
    private readonly review: ReviewRepository,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFoundError, PreconditionFailedError, InvalidRequestError */
  async propose(
    reference: RecordReference,
    proposal: {
      document: RecordDocument | null;
      note: RevisionNote;
      version: number;
      key: string | null;
    },
    actor: Actor,
  ): Promise<{ id: string }> {
    const access = accessOf(actor, 'propose', reference.kind);
    return await withProblems(
      this.review.propose({ reference, ...proposal }, access, this.clock.now()),
    );
  }

  async page(page: number, actor: Actor): Promise<SuggestionQueue> {
    const offset = (page - 1) * PAGE_SIZE;
    const { items, total } = await withProblems(
      this.review.open(reviewAccess(actor), { offset, limit: PAGE_SIZE }),
    );
    return { items, total, page, pages: Math.ceil(total / PAGE_SIZE) };
  }

  /** Returns what somebody has proposed, and what became of it. */
  async own(actor: Actor): Promise<{ items: OwnProposal[] }> {
    return { items: await this.review.ownProposals(actor.id) };
  }

  /** @throws NotFoundError, ConflictError when it was handled, PreconditionFailedError, ForbiddenError, InvalidRequestError */
  async accept(id: string, body: AcceptanceDto, actor: Actor): Promise<ReviewResult> {
    const access = reviewAccess(actor);
    const { revision: note = null, paths = null, version = 0, reply = null } = body;
    const document = body.document ? await this.validDocument(id, body, actor) : null;
    const acceptance = { id, edited: document && { document, version }, paths, note, reply };
    return await withProblems(this.review.accept(acceptance, access, this.clock.now()));
  }

  /** @throws NotFoundError, ConflictError when it was handled already */
  async reject(id: string, reason: string, actor: Actor): Promise<ReviewResult> {
    const decider = { access: reviewAccess(actor), now: this.clock.now() };
    return await withProblems(this.review.reject(id, reason, decider));
  }

  private async validDocument(
    id: string,
    { document, revision }: AcceptanceDto,
    actor: Actor,
  ): Promise<RecordDocument> {
    if (!revision) {
      throw new InvalidRequestError([{ name: 'revision', detail: 'Say where it comes from.' }]);
    }
    const kind = await withProblems(this.review.kindOf(id, reviewAccess(actor)));
    const pipe = validationPipe(editDtos[kind]);
    const valid: EditDto = await pipe.transform({ document, revision }, { type: 'body' });
    return valid.document;
  }
}

// What an account may review is the same for all kinds.
function reviewAccess(actor: Actor) {
  return accessOf(actor, 'review', 'organization');
}
