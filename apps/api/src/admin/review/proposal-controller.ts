import { Body, Controller, HttpCode, Param, Post, type Type, UseGuards } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { EditedKind } from '#contract';
import type { Actor } from '#identity';
import { asJson, type Representation } from '../../http/negotiation/representation.ts';
import { validationPipe } from '../../http/problems/validation.ts';
import { type EditDto, editDtos, RevisionDto } from '../records/dto/edit.dto.ts';
import { recordPaths } from '../records/record-paths.ts';
import { recordSchemas, revisionBody } from '../records/schema/record.schema.ts';
import { AdminGuard } from '../shared/admin.guard.ts';
import { ApiAdmin } from '../shared/api-admin.decorator.ts';
import { IdempotencyKey, IfMatch } from '../shared/conditions.decorator.ts';
import { CurrentActor } from '../shared/current-actor.decorator.ts';
import { Requires } from '../shared/requires.decorator.ts';
import { UuidPipe } from '../shared/uuid.pipe.ts';
import { proposedComponent } from './review.schema.ts';
import { ReviewService } from './review.service.ts';

/** Makes the controller of proposals about one kind of record. */
// biome-ignore lint/complexity/noExcessiveLinesPerFunction: it is a class, as long as its routes.
export function proposalController(kind: EditedKind): Type {
  @ApiTags('Review')
  @Controller(`v1/admin/${recordPaths[kind]}/:id`)
  @UseGuards(AdminGuard)
  class ProposalController {
    constructor(private readonly review: ReviewService) {}

    @Post('proposals')
    @HttpCode(201)
    @Requires('propose', kind)
    @ApiAdmin({
      ...{ summary: 'Propose a change, which waits for review.', response: proposedComponent },
      ...{ status: 201, body: recordSchemas(kind).edit, ifMatch: true, idempotent: true },
    })
    async propose(
      @Param('id', UuidPipe) id: string,
      @IfMatch() version: number,
      @IdempotencyKey() key: string | null,
      @Body(validationPipe(editDtos[kind])) { document, revision: note }: EditDto,
      @CurrentActor() actor: Actor,
    ): Promise<Representation> {
      return asJson(
        await this.review.propose({ kind, id }, { document, note, version, key }, actor),
      );
    }

    @Post('deletion-proposals')
    @HttpCode(201)
    @Requires('propose', kind)
    @ApiAdmin({
      ...{ summary: 'Propose to delete a record.', response: proposedComponent },
      ...{ status: 201, body: revisionBody, ifMatch: true, idempotent: true },
    })
    async proposeDeletion(
      @Param('id', UuidPipe) id: string,
      @IfMatch() version: number,
      @IdempotencyKey() key: string | null,
      @Body() { revision: note }: RevisionDto,
      @CurrentActor() actor: Actor,
    ): Promise<Representation> {
      return asJson(
        await this.review.propose({ kind, id }, { document: null, note, version, key }, actor),
      );
    }
  }
  Object.defineProperty(ProposalController, 'name', { value: `Propose_${kind}Controller` });
  return ProposalController;
}
