import { Body, Controller, Get, HttpCode, Param, Post, Query, UseGuards } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '#identity';
import { asJson, type Representation } from '../../http/negotiation/representation.ts';
import { AdminGuard } from '../shared/admin.guard.ts';
import { ApiAdmin } from '../shared/api-admin.decorator.ts';
import { CurrentActor } from '../shared/current-actor.decorator.ts';
import { Requires } from '../shared/requires.decorator.ts';
import { UuidPipe } from '../shared/uuid.pipe.ts';
import { AcceptanceDto, RejectionDto, SuggestionQueueDto } from './review.dto.ts';
import {
  acceptanceComponent,
  rejectionComponent,
  reviewResultComponent,
  suggestionQueueComponent,
} from './review.schema.ts';
import { ReviewService } from './review.service.ts';

@ApiTags('Review')
@Controller('v1/admin/suggestions')
@UseGuards(AdminGuard)
export class SuggestionReviewController {
  constructor(private readonly review: ReviewService) {}

  @Get()
  @Requires('review', 'organization')
  @ApiAdmin({
    summary: 'What waits for review, the most harmful first, with what it would change.',
    response: suggestionQueueComponent,
  })
  async page(
    @Query() { page = 1 }: SuggestionQueueDto,
    @CurrentActor() actor: Actor,
  ): Promise<Representation> {
    return asJson(await this.review.page(page, actor));
  }

  @Post(':id/accept')
  @HttpCode(200)
  @Requires('review', 'organization')
  @ApiAdmin({
    summary: 'Accept a suggestion: all of it, the differences with these paths, or as edited.',
    response: reviewResultComponent,
    body: acceptanceComponent,
  })
  async accept(
    @Param('id', UuidPipe) id: string,
    @Body() body: AcceptanceDto,
    @CurrentActor() actor: Actor,
  ): Promise<Representation> {
    return asJson(await this.review.accept(id, body, actor));
  }

  @Post(':id/reject')
  @HttpCode(200)
  @Requires('review', 'organization')
  @ApiAdmin({
    summary: 'Reject a suggestion, with the reason.',
    response: reviewResultComponent,
    body: rejectionComponent,
  })
  async reject(
    @Param('id', UuidPipe) id: string,
    @Body() { reason }: RejectionDto,
    @CurrentActor() actor: Actor,
  ): Promise<Representation> {
    return asJson(await this.review.reject(id, reason, actor));
  }
}
