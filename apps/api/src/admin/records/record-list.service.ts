import { Injectable } from '@nestjs/common';
import type { RecordList } from '#contract';
import { RecordListRepository } from '#editorial';
import type { Actor } from '#identity';
import { Clock } from '../../public/shared/state/clock.ts';
import { accessOf } from '../shared/access.ts';
import { assignedTo } from '../shared/assigned-to.decorator.ts';
import type { RecordListDto } from './record-list.dto.ts';

const PAGE_SIZE = 50;

/** Lists of the records that someone may read. */
@Injectable()
export class RecordListService {
  constructor(
    private readonly records: RecordListRepository,
    private readonly clock: Clock,
  ) {}

  async page(query: RecordListDto, actor: Actor): Promise<RecordList> {
    const { kind = null, q = null, status = null, region = null, service = null } = query;
    const { due = null, sort = 'name', page = 1, page_size: pageSize = PAGE_SIZE } = query;
    const assigned = assignedTo(query.assigned, actor);
    const changedWithinDays = query.changed_within_days ?? null;
    return await this.records.page(
      {
        ...{ kind, q, status, region, service, due, assigned, changedWithinDays },
        ...{ sort, page, pageSize },
      },
      accessOf(actor, 'read', kind ?? 'organization'),
      this.clock.now(),
    );
  }
}
