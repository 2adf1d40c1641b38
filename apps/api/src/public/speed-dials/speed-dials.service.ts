import { Injectable } from '@nestjs/common';
import { isDialable, type SpeedDialRecord, speedDialStatuses } from '#contract';
import {
  DirectoryEntryRepository,
  EVERYWHERE,
  type KeysetPage,
  type ServedDirectoryEntry,
  toKeysetPage,
} from '#directory';
import { InvalidRequestError } from '../../http/problems/problems.ts';
import { parseSearchWords, unknownCodes } from '../shared/listing-filter/listing-filter.service.ts';
import { parseCursor } from '../shared/paging/cursor.ts';
import { VocabularyService } from '../shared/state/vocabulary.service.ts';
import type { SpeedDialsDto } from './speed-dials.dto.ts';

const WHOLE_LIST = 100;
const USABLE = speedDialStatuses.filter((status) => isDialable({ status }));

/** Codes that are dialled on a detention phone. */
@Injectable()
export class SpeedDialsService {
  constructor(
    private readonly vocabulary: VocabularyService,
    private readonly entries: DirectoryEntryRepository,
  ) {}

  /** @throws InvalidRequestError for an unknown service or facility, or a cursor that is not ours */
  async page(dto: SpeedDialsDto): Promise<KeysetPage<ServedDirectoryEntry>> {
    const from = parseCursor(dto.cursor, 'string');
    const limit = dto.limit ?? WHOLE_LIST;
    const tags = await this.tagQuery(dto);
    const rows = await this.entries.page(
      { kind: 'speed_dial', tags, words: parseSearchWords(dto.q) },
      { from, limit },
    );
    return toKeysetPage(rows, limit, from);
  }

  private async tagQuery(dto: SpeedDialsDto): Promise<string> {
    const { tags, known } = await this.vocabulary.current();
    const wrong = unknownCodes('service', dto.service, known.service);
    if (dto.facility && !(await this.entries.one('facility', dto.facility))) {
      const detail = `${dto.facility} is not known here. /v1/facilities names them all.`;
      wrong.push({ name: 'facility', detail });
    }
    if (wrong.length > 0) throw new InvalidRequestError(wrong);
    return [
      tags.term('dial_status', dto.status ?? USABLE),
      tags.term('service', dto.service ?? []),
      tags.term('language', dto.language ?? []),
      tags.term('works_at', dto.facility ? [EVERYWHERE, dto.facility] : []),
      tags.term('code', dto.code ? [dto.code] : []),
    ]
      .filter((term) => term !== null)
      .join('&');
  }
}

/** A code that is served, whole. */
export function speedDialOf({ document }: ServedDirectoryEntry): SpeedDialRecord {
  return JSON.parse(document) as SpeedDialRecord;
}
