import { Injectable } from '@nestjs/common';
import {
  type DirectoryEntryKind,
  DirectoryEntryRepository,
  type KeysetPage,
  ListingSearchRepository,
  type ServedDirectoryEntry,
  type ServedListing,
  toKeysetPage,
} from '#directory';
import { InvalidRequestError, NotFoundError } from '../../../http/problems/problems.ts';
import { parseSearchWords, unknownCodes } from '../listing-filter/listing-filter.service.ts';
import { DEFAULT_PAGE, parseCursor } from '../paging/cursor.ts';
import { VocabularyService } from '../state/vocabulary.service.ts';

/** Which entries, and which page of them. */
export interface DirectoryEntriesRequest {
  limit?: number;
  cursor?: string;
  /** Words to find. */
  q?: string;
  /** Codes of service types. */
  service?: string[];
  /** Codes of regions: those that an organization serves. */
  region?: string[];
  dialable_from?: 'detention';
}

const WHOLE_LIST = 100;

/** Organizations and help lines, a page at a time or one by one. */
@Injectable()
export class DirectoryEntryService {
  constructor(
    private readonly vocabulary: VocabularyService,
    private readonly entries: DirectoryEntryRepository,
    private readonly listings: ListingSearchRepository,
  ) {}

  /** @throws InvalidRequestError for an unknown code or a cursor that is not ours */
  async page(
    kind: DirectoryEntryKind,
    dto: DirectoryEntriesRequest,
  ): Promise<KeysetPage<ServedDirectoryEntry>> {
    const from = parseCursor(dto.cursor, 'string');
    const limit = dto.limit ?? (kind === 'organization' ? DEFAULT_PAGE : WHOLE_LIST);
    const tags = await this.tagQuery(kind, dto);
    const rows = await this.entries.page(
      { kind, tags, words: parseSearchWords(dto.q) },
      { from, limit },
    );
    return toKeysetPage(rows, limit, from);
  }

  /** @throws NotFoundError when there is none of that slug or id */
  async one(kind: DirectoryEntryKind, slug: string): Promise<ServedDirectoryEntry> {
    const row = await this.entries.one(kind, slug);
    if (!row) throw new NotFoundError(`There is no ${kind.replace('_', ' ')} of that name.`);
    return row;
  }

  /** An organization and its listings, closed ones too. */
  async organization(
    slug: string,
  ): Promise<{ row: ServedDirectoryEntry; listings: ServedListing[] }> {
    const row = await this.one('organization', slug);
    return { row, listings: await this.listings.ofOrganization(row.id) };
  }

  private async tagQuery(
    kind: DirectoryEntryKind,
    dto: DirectoryEntriesRequest,
  ): Promise<string | null> {
    const { tags, known } = await this.vocabulary.current();
    const wrong = [
      ...unknownCodes('service', dto.service, known.service),
      ...unknownCodes('region', dto.region, known.region),
    ];
    if (wrong.length > 0) throw new InvalidRequestError(wrong);
    const regions = tags.members(dto.region ?? []);
    const terms = [
      tags.term('service', dto.service ?? []),
      tags.term(kind === 'organization' ? 'serves' : 'region', regions),
      tags.term('dialable_from', dto.dialable_from ? [dto.dialable_from] : []),
    ].filter((term) => term !== null);
    return terms.join('&') || null;
  }
}
