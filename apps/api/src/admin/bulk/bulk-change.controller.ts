import { Body, Controller, Get, HttpCode, Param, Post, UseGuards } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '#identity';
import { asJson, type Representation } from '../../http/negotiation/representation.ts';
import { AdminGuard } from '../shared/admin.guard.ts';
import { ApiAdmin } from '../shared/api-admin.decorator.ts';
import { IdempotencyKey } from '../shared/conditions.decorator.ts';
import { CurrentActor } from '../shared/current-actor.decorator.ts';
import { Requires } from '../shared/requires.decorator.ts';
import { UuidPipe } from '../shared/uuid.pipe.ts';
import { AssigneesService } from './assignees.service.ts';
import { BulkChangeRequestDto } from './bulk-change.dto.ts';
import {
  assigneesComponent,
  bulkChangeReportComponent,
  bulkChangeRequestComponent,
  bulkChangesComponent,
  bulkUndoReportComponent,
} from './bulk-change.schema.ts';
import { BulkChangeService } from './bulk-change.service.ts';

@ApiTags('Editing')
@Controller('v1/admin')
@UseGuards(AdminGuard)
export class BulkChangeController {
  constructor(
    private readonly changes: BulkChangeService,
    private readonly assignees: AssigneesService,
  ) {}

  @Post('bulk-changes')
  @HttpCode(200)
  @Requires('update', 'organization')
  @ApiAdmin({
    summary: 'Change many records; parts with the same Idempotency-Key are one change.',
    response: bulkChangeReportComponent,
    ...{ body: bulkChangeRequestComponent, idempotent: true },
  })
  async apply(
    @Body() body: BulkChangeRequestDto,
    @IdempotencyKey() key: string | null,
    @CurrentActor() actor: Actor,
  ): Promise<Representation> {
    return asJson(await this.changes.apply(body, key, actor));
  }

  @Get('bulk-changes')
  @Requires('update', 'organization')
  @ApiAdmin({ summary: 'Your latest bulk changes.', response: bulkChangesComponent })
  async latest(@CurrentActor() actor: Actor): Promise<Representation> {
    return asJson(await this.changes.latest(actor));
  }

  @Post('bulk-changes/:id/undo')
  @HttpCode(200)
  @Requires('update', 'organization')
  @ApiAdmin({
    summary: 'Take a part of a bulk change back; again until nothing is left.',
    response: bulkUndoReportComponent,
  })
  async undo(
    @Param('id', UuidPipe) id: string,
    @CurrentActor() actor: Actor,
  ): Promise<Representation> {
    return asJson(await this.changes.undo(id, actor));
  }

  @Get('assignees')
  @Requires('update', 'organization')
  @ApiAdmin({ summary: 'People who can look after records.', response: assigneesComponent })
  async people(): Promise<Representation> {
    return asJson(await this.assignees.list());
  }
}
