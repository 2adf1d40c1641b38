import { Controller, Get, UseGuards } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '#identity';
import { asJson, type Representation } from '../../http/negotiation/representation.ts';
import { AdminGuard } from '../shared/admin.guard.ts';
import { ApiAdmin } from '../shared/api-admin.decorator.ts';
import { CurrentActor } from '../shared/current-actor.decorator.ts';
import { Requires } from '../shared/requires.decorator.ts';
import { ownProposalsComponent } from './review.schema.ts';
import { ReviewService } from './review.service.ts';

@ApiTags('Review')
@Controller('v1/admin/own-proposals')
@UseGuards(AdminGuard)
export class OwnProposalsController {
  constructor(private readonly review: ReviewService) {}

  @Get()
  @Requires('propose', 'organization')
  @ApiAdmin({
    summary: 'The newest changes that the account has proposed, and what became of them.',
    response: ownProposalsComponent,
  })
  async list(@CurrentActor() actor: Actor): Promise<Representation> {
    return asJson(await this.review.own(actor));
  }
}
