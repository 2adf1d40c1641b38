import { Controller, Get, Query, UseGuards } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '#identity';
import { asJson, type Representation } from '../../http/negotiation/representation.ts';
import { AdminGuard } from '../shared/admin.guard.ts';
import { ApiAdmin } from '../shared/api-admin.decorator.ts';
import { CurrentActor } from '../shared/current-actor.decorator.ts';
import { Requires } from '../shared/requires.decorator.ts';
import { RecordListDto } from './record-list.dto.ts';
import { RecordListService } from './record-list.service.ts';
import { recordListComponent } from './schema/record-list.schema.ts';

@ApiTags('Editing')
@Controller('v1/admin/records')
@UseGuards(AdminGuard)
export class RecordListController {
  constructor(private readonly records: RecordListService) {}

  @Get()
  // What an account may read is the same for all kinds.
  @Requires('read', 'organization')
  @ApiAdmin({
    summary:
      'Records by kind, words, place, help, status, who looks after them and when they are due.',
    response: recordListComponent,
  })
  async page(@Query() query: RecordListDto, @CurrentActor() actor: Actor): Promise<Representation> {
    return asJson(await this.records.page(query, actor));
  }
}
