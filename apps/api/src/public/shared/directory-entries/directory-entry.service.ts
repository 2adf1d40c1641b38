import { Injectable } from '@nestjs/common';
import {
  type DirectoryEntryKind,
  DirectoryEntryRepository,
  type KeysetPage,
  ListingSearchRepository,
  type ServedDirectoryEntry,
  type ServedListing,
  type Shape,
  toKeysetPage,
} from '#directory';
import { InvalidRequestError, NotFoundError } from '../../../http/problems/problems.ts';
import { FormerNameService } from '../former-names/former-name.service.ts';
import { parseSearchWords, unknownCodes } from '../listing-filter/listing-filter.service.ts';
import { DEFAULT_PAGE, PagePosition } from '../paging/cursor.ts';
import { VocabularyService } from '../state/vocabulary.service.ts';

/** Selects directory entries and a page of them. */
export interface DirectoryEntriesRequest {
  limit?: number;
  cursor?: string;
  /** Words to find. */
  q?: string;
  /** Codes of service types. */
  service?: string[];
  /** Codes of regions that an organization serves. */
  region?: string[];
  dialable_from?: 'detention';
}

const FULL_LIST_LIMIT = 100;

/** Finds organizations, help lines, facilities and speed dials: a page of them, or one by slug. */
@Injectable()
export class DirectoryEntryService {
  constructor(
    private readonly vocabulary: VocabularyService,
    private readonly entries: DirectoryEntryRepository,
    private readonly listings: ListingSearchRepository,
    private readonly formerNames: FormerNameService,
  ) {}

  /** @throws InvalidRequestError for an unknown code or an invalid cursor */
  async page(
    kind: DirectoryEntryKind,
    dto: DirectoryEntriesRequest,
    shape: Shape = 'full',
  ): Promise<KeysetPage<ServedDirectoryEntry>> {
    const position = new PagePosition(kind, dto, 'string');
    const { from } = position;
    const limit = dto.limit ?? (kind === 'organization' ? DEFAULT_PAGE : FULL_LIST_LIMIT);
    const tags = await this.tagQuery(kind, dto);
    const rows = await this.entries.page(
      { kind, tags, words: parseSearchWords(dto.q) },
      { from, limit, shape },
    );
    return position.bind(toKeysetPage(rows, limit, from));
  }

  /** @throws RenamedError for a former name, NotFoundError when no entry has that slug or id */
  async one(kind: DirectoryEntryKind, slug: string): Promise<ServedDirectoryEntry> {
    const row = await this.entries.one(kind, slug);
    if (row) return row;
    const detail = `There is no ${kind.replace('_', ' ')} of that name.`;
    if (kind === 'speed_dial') throw new NotFoundError(detail);
    return await this.formerNames.redirectOrFail(kind, slug, detail);
  }

  /** Returns an organization and its listings, including closed ones. */
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
    const problems = [
      ...unknownCodes('service', dto.service, known.service),
      ...unknownCodes('region', dto.region, known.region),
    ];
    if (problems.length > 0) throw new InvalidRequestError(problems);
    const regions = tags.members(dto.region ?? []);
    const terms = [
      tags.term('service', dto.service ?? []),
      tags.term(kind === 'organization' ? 'serves' : 'region', regions),
      tags.term('dialable_from', dto.dialable_from ? [dto.dialable_from] : []),
    ].filter((term) => term !== null);
    return terms.join('&') || null;
  }
}
