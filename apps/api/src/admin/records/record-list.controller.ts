import { Controller, Get, Query, UseGuards } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  type EditedKind,
  editedKinds,
  freshnesses,
  type RecordList,
  type RecordListItem,
} from '#contract';
import { RecordListRepository } from '#editorial';
import type { Actor } from '#identity';
import { asJson, type Representation } from '../../http/negotiation/representation.ts';
import {
  arrayOf,
  component,
  count,
  dateTime,
  enumOf,
  nullable,
  objectOf,
  text,
  uuid,
} from '../../http/openapi/schema-builder.ts';
import { Clock } from '../../public/shared/state/clock.ts';
import { accessOf } from '../shared/access.ts';
import { AdminGuard } from '../shared/admin.guard.ts';
import { ApiAdmin } from '../shared/api-admin.decorator.ts';
import { CurrentActor } from '../shared/current-actor.decorator.ts';
import { Requires } from '../shared/requires.decorator.ts';
import { RecordListDto } from './record-list.dto.ts';
import { EXAMPLE_ID } from './schema/record.schema.ts';

const PAGE_SIZE = 50;

const listComponent = component(
  'RecordList',
  objectOf<RecordList>({
    items: arrayOf(
      objectOf<RecordListItem>({
        kind: enumOf(editedKinds),
        id: uuid,
        slug: text(),
        name: text(),
        status: text(),
        regions: arrayOf(text()),
        version: count,
        verified_at: nullable(dateTime),
        due_at: nullable(dateTime),
        freshness: enumOf(freshnesses),
      }),
    ),
    total: count,
    page: count,
    pages: count,
    counts: objectOf<Record<EditedKind, number>>({
      organization: count,
      help_line: count,
      facility: count,
      guide: count,
    }),
  }),
  {
    items: [
      {
        ...{ kind: 'organization', id: EXAMPLE_ID, slug: 'example', name: 'Example' },
        ...{ status: 'active', regions: ['US-TX'], version: 7 },
        ...{ verified_at: null, due_at: null, freshness: 'never' },
      },
    ],
    ...{ total: 1, page: 1, pages: 1 },
    counts: { organization: 1, help_line: 0, facility: 0, guide: 0 },
  },
);

@ApiTags('Editing')
@Controller('v1/admin/records')
@UseGuards(AdminGuard)
export class RecordListController {
  constructor(
    private readonly records: RecordListRepository,
    private readonly clock: Clock,
  ) {}

  @Get()
  // What an account may read is the same for all kinds.
  @Requires('read', 'organization')
  @ApiAdmin({
    summary: 'Records by kind, words, status and whether they are due, with counts.',
    response: listComponent,
  })
  async page(@Query() query: RecordListDto, @CurrentActor() actor: Actor): Promise<Representation> {
    return asJson(
      await this.records.page(
        { kind: null, q: null, status: null, due: null, page: 1, ...query, pageSize: PAGE_SIZE },
        accessOf(actor, 'read', query.kind ?? 'organization'),
        this.clock.now(),
      ),
    );
  }
}
