import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  Post,
  Put,
  type Type,
  UseGuards,
} from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { EditedKind } from '#contract';
import type { Actor } from '#identity';
import {
  asJson,
  asVersionedJson,
  type Representation,
} from '../../http/negotiation/representation.ts';
import { component, constant, objectOf, uuid } from '../../http/openapi/schema-builder.ts';
import { validationPipe } from '../../http/problems/validation.ts';
import { AdminGuard } from '../shared/admin.guard.ts';
import { ApiAdmin } from '../shared/api-admin.decorator.ts';
import { IdempotencyKey, IfMatch } from '../shared/conditions.decorator.ts';
import { CurrentActor } from '../shared/current-actor.decorator.ts';
import { Requires } from '../shared/requires.decorator.ts';
import { UuidPipe } from '../shared/uuid.pipe.ts';
import { type EditDto, editDtos, RevisionDto } from './dto/edit.dto.ts';
import { recordPaths } from './record-paths.ts';
import { RecordsService } from './records.service.ts';
import { EXAMPLE_ID, recordSchemas, revisionBody } from './schema/record.schema.ts';

const deletedComponent = component<{ id: string; state: 'deleted' }>(
  'DeletedRecord',
  objectOf<{ id: string; state: 'deleted' }>({ id: uuid, state: constant('deleted') }),
  { id: EXAMPLE_ID, state: 'deleted' },
);

/** Makes the controller of one kind of record: all four do the same. */
// biome-ignore lint/complexity/noExcessiveLinesPerFunction: it is a class, as long as its routes.
export function recordController(kind: EditedKind): Type {
  const schemas = recordSchemas(kind);
  const path = recordPaths[kind];
  const editPipe = validationPipe(editDtos[kind]);

  @ApiTags('Editing')
  @Controller(`v1/admin/${path}`)
  @UseGuards(AdminGuard)
  class RecordController {
    constructor(private readonly records: RecordsService) {}

    @Get(':id')
    @Requires('read', kind)
    @ApiAdmin({ summary: 'A record as it is edited.', response: schemas.record })
    async one(
      @Param('id', UuidPipe) id: string,
      @CurrentActor() actor: Actor,
    ): Promise<Representation> {
      return asVersionedJson(await this.records.one({ kind, id }, actor));
    }

    @Post()
    @Requires('create', kind)
    @ApiAdmin({
      ...{ summary: 'Add a record.', response: schemas.record, status: 201 },
      ...{ body: schemas.edit, idempotent: true },
    })
    async create(
      @Body(editPipe) body: EditDto,
      @IdempotencyKey() key: string | null,
      @CurrentActor() actor: Actor,
    ): Promise<Representation> {
      return asVersionedJson(await this.records.create(kind, { ...body, key }, actor));
    }

    @Put(':id')
    @Requires('update', kind)
    @ApiAdmin({
      ...{ summary: 'Replace what is stored of a record.', response: schemas.record },
      ...{ body: schemas.edit, ifMatch: true },
    })
    async update(
      @Param('id', UuidPipe) id: string,
      @IfMatch() version: number,
      @Body(editPipe) body: EditDto,
      @CurrentActor() actor: Actor,
    ): Promise<Representation> {
      return asVersionedJson(await this.records.update({ kind, id }, { ...body, version }, actor));
    }

    @Delete(':id')
    @HttpCode(200)
    @Requires('delete', kind)
    @ApiAdmin({
      ...{ summary: 'Delete a record. It can be restored.', response: deletedComponent },
      ...{ body: revisionBody, ifMatch: true },
    })
    async delete(
      @Param('id', UuidPipe) id: string,
      @IfMatch() version: number,
      @Body() { revision: note }: RevisionDto,
      @CurrentActor() actor: Actor,
    ): Promise<Representation> {
      return asJson(await this.records.delete({ kind, id }, { note, version }, actor));
    }
  }
  // What the operations of the OpenAPI document are named by.
  Object.defineProperty(RecordController, 'name', { value: `Edit_${kind}Controller` });
  return RecordController;
}
