import {
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
  Post,
  Query,
  type Type,
  UseGuards,
} from '@nestjs/common';
import { ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import { IsOptional, Matches } from 'class-validator';
import type { EditedKind } from '#contract';
import type { Actor } from '#identity';
import {
  asJson,
  asVersionedJson,
  type Representation,
} from '../../http/negotiation/representation.ts';
import { RevisionDto } from '../records/dto/edit.dto.ts';
import { recordPaths } from '../records/record-paths.ts';
import { recordSchemas, revisionBody } from '../records/schema/record.schema.ts';
import { AdminGuard } from '../shared/admin.guard.ts';
import { ApiAdmin } from '../shared/api-admin.decorator.ts';
import { IfMatch } from '../shared/conditions.decorator.ts';
import { CurrentActor } from '../shared/current-actor.decorator.ts';
import { Requires } from '../shared/requires.decorator.ts';
import { RevisionPipe, UuidPipe } from '../shared/uuid.pipe.ts';
import { revisionComponent, revisionPageComponent } from './history.schema.ts';
import { HistoryService } from './history.service.ts';

class RevisionsDto {
  @ApiPropertyOptional({ type: String, description: 'From `next` of the page before.' })
  @IsOptional()
  @Matches(/^[1-9][0-9]{0,17}$/, { message: 'Take it from next.' })
  before?: string;
}

/** Makes the controller of the history of one kind of record. */
// biome-ignore lint/complexity/noExcessiveLinesPerFunction: it is a class, as long as its routes.
export function historyController(kind: EditedKind): Type {
  const { record } = recordSchemas(kind);

  @ApiTags('Editing')
  @Controller(`v1/admin/${recordPaths[kind]}/:id`)
  @UseGuards(AdminGuard)
  class HistoryController {
    constructor(private readonly history: HistoryService) {}

    @Get('revisions')
    @Requires('read', kind)
    @ApiAdmin({
      summary: 'The revisions of a record, newest first; also of one that was deleted.',
      response: revisionPageComponent,
    })
    async page(
      @Param('id', UuidPipe) id: string,
      @Query() { before }: RevisionsDto,
      @CurrentActor() actor: Actor,
    ): Promise<Representation> {
      return asJson(await this.history.page({ kind, id }, before ?? null, actor));
    }

    @Get('revisions/:revision')
    @Requires('read', kind)
    @ApiAdmin({
      summary: 'A revision, with the states before and after it and what differs.',
      response: revisionComponent,
    })
    async one(
      @Param('id', UuidPipe) id: string,
      @Param('revision', RevisionPipe) revision: string,
      @CurrentActor() actor: Actor,
    ): Promise<Representation> {
      return asJson(await this.history.one({ kind, id }, revision, actor));
    }

    @Post('revisions/:revision/revert')
    @HttpCode(200)
    @Requires('update', kind)
    @ApiAdmin({
      ...{ summary: 'Make a record what it was after a revision.', response: record },
      ...{ body: revisionBody, ifMatch: true },
    })
    async revert(
      @Param('id', UuidPipe) id: string,
      @Param('revision', RevisionPipe) revision: string,
      @IfMatch() version: number,
      @Body() { revision: note }: RevisionDto,
      @CurrentActor() actor: Actor,
    ): Promise<Representation> {
      return asVersionedJson(
        await this.history.revert({ kind, id }, { revision, what: 'state', version, note }, actor),
      );
    }

    @Post('revisions/:revision/undo')
    @HttpCode(200)
    @Requires('update', kind)
    @ApiAdmin({
      ...{ summary: 'Undo what a revision changed; later changes stay.', response: record },
      ...{ body: revisionBody, ifMatch: true },
    })
    async undo(
      @Param('id', UuidPipe) id: string,
      @Param('revision', RevisionPipe) revision: string,
      @IfMatch() version: number,
      @Body() { revision: note }: RevisionDto,
      @CurrentActor() actor: Actor,
    ): Promise<Representation> {
      return asVersionedJson(
        await this.history.revert({ kind, id }, { revision, what: 'change', version, note }, actor),
      );
    }

    @Post('restore')
    @HttpCode(200)
    @Requires('create', kind)
    @ApiAdmin({
      ...{ summary: 'Bring a deleted record back, with its ids and slugs.', response: record },
      body: revisionBody,
    })
    async restore(
      @Param('id', UuidPipe) id: string,
      @Body() { revision: note }: RevisionDto,
      @CurrentActor() actor: Actor,
    ): Promise<Representation> {
      return asVersionedJson(await this.history.restore({ kind, id }, note, actor));
    }
  }
  Object.defineProperty(HistoryController, 'name', { value: `History_${kind}Controller` });
  return HistoryController;
}
