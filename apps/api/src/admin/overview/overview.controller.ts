import { Controller, Get, UseGuards } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '#identity';
import { asJson, type Representation } from '../../http/negotiation/representation.ts';
import { AdminGuard } from '../shared/admin.guard.ts';
import { ApiAdmin } from '../shared/api-admin.decorator.ts';
import { CurrentActor } from '../shared/current-actor.decorator.ts';
import { Requires } from '../shared/requires.decorator.ts';
import { overviewComponent } from './overview.schema.ts';
import { OverviewService } from './overview.service.ts';

@ApiTags('Editing')
@Controller('v1/admin/overview')
@UseGuards(AdminGuard)
export class OverviewController {
  constructor(private readonly overview: OverviewService) {}

  @Get()
  @Requires('read', 'organization')
  @ApiAdmin({
    summary: 'Counts of what there is to do: what is due, waits for review, and was changed.',
    response: overviewComponent,
  })
  async read(@CurrentActor() actor: Actor): Promise<Representation> {
    return asJson(await this.overview.of(actor));
  }
}
