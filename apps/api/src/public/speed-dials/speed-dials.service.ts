import { Injectable } from '@nestjs/common';
import { type Facility, isDialable, type SpeedDialRecord, speedDialStatuses } from '#contract';
import {
  DirectoryEntryRepository,
  EVERYWHERE,
  type KeysetPage,
  type ServedDirectoryEntry,
  toKeysetPage,
} from '#directory';
import { InvalidRequestError } from '../../http/problems/problems.ts';
import { FormerNameService } from '../shared/former-names/former-name.service.ts';
import { parseSearchWords, unknownCodes } from '../shared/listing-filter/listing-filter.service.ts';
import { PagePosition } from '../shared/paging/cursor.ts';
import { VocabularyService } from '../shared/state/vocabulary.service.ts';
import type { SpeedDialsDto } from './speed-dials.dto.ts';

const FULL_LIST_LIMIT = 100;
const DIALABLE_STATUSES = speedDialStatuses.filter((status) => isDialable({ status }));

/** Finds speed dial codes of detention phones. */
@Injectable()
export class SpeedDialsService {
  constructor(
    private readonly vocabulary: VocabularyService,
    private readonly entries: DirectoryEntryRepository,
    private readonly formerNames: FormerNameService,
  ) {}

  /**
   * @throws InvalidRequestError for an unknown service or facility, or an invalid cursor;
   *   RenamedError for a former name of a facility
   */
  async page(dto: SpeedDialsDto): Promise<KeysetPage<ServedDirectoryEntry>> {
    const position = new PagePosition('speed-dials', dto, 'string');
    const { from } = position;
    const limit = dto.limit ?? FULL_LIST_LIMIT;
    const tags = await this.tagQuery(dto);
    const rows = await this.entries.page(
      { kind: 'speed_dial', tags, words: parseSearchWords(dto.q) },
      { from, limit },
    );
    return position.bind(toKeysetPage(rows, limit, from));
  }

  private async tagQuery(dto: SpeedDialsDto): Promise<string> {
    const { tags, known } = await this.vocabulary.current();
    const problems = unknownCodes('service', dto.service, known.service);
    const facility = dto.facility ? await this.entries.one('facility', dto.facility) : null;
    if (dto.facility && !facility) {
      const requested = { name: dto.facility, parameter: 'facility' };
      await this.formerNames.redirectFormer('facility', requested);
      const detail = `${dto.facility} is not known here. /v1/facilities names them all.`;
      problems.push({ name: 'facility', detail });
    }
    if (problems.length > 0) throw new InvalidRequestError(problems);
    return [
      tags.term('dial_status', dto.status ?? DIALABLE_STATUSES),
      tags.term('service', dto.service ?? []),
      tags.term('language', dto.language ?? []),
      tags.term('works_at', facility ? [EVERYWHERE, slugOf(facility)] : []),
      tags.term('code', dto.code ? [dto.code.replace(/\D/g, '')] : []),
    ]
      .filter((term) => term !== null)
      .join('&');
  }
}

function slugOf({ document }: ServedDirectoryEntry): string {
  return (JSON.parse(document) as Facility).slug;
}

/** Parses the complete record of a speed dial code. */
export function speedDialOf({ document }: ServedDirectoryEntry): SpeedDialRecord {
  return JSON.parse(document) as SpeedDialRecord;
}
