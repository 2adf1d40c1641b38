import { Injectable } from '@nestjs/common';
import { type Facility, searchFacilities } from '#contract';
import {
  DirectoryEntryRepository,
  type KeysetPage,
  PlaceRepository,
  type ServedDirectoryEntry,
  toKeysetPage,
} from '#directory';
import { geodesic, type Point } from '#geo';
import { InvalidRequestError } from '../../http/problems/problems.ts';
import { parseSearchWords, unknownCodes } from '../shared/listing-filter/listing-filter.service.ts';
import { ValueCountsService } from '../shared/listing-index/value-counts.service.ts';
import { PagePosition } from '../shared/paging/cursor.ts';
import { VocabularyService } from '../shared/state/vocabulary.service.ts';
import type { FacilitiesDto } from './facilities.dto.ts';

const FULL_LIST_LIMIT = 100;

/** A facility and its distance from the requested place. */
export interface FoundFacility {
  row: ServedDirectoryEntry;
  /** null if no place was requested. */
  distanceMeters: number | null;
}

/** A page of facilities, and how many there are on all pages. */
export interface FacilitiesPage extends KeysetPage<FoundFacility> {
  matched: number;
}

/** Finds detention facilities by name, by words, or nearest to a place. */
@Injectable()
export class FacilitiesService {
  constructor(
    private readonly vocabulary: VocabularyService,
    private readonly entries: DirectoryEntryRepository,
    private readonly values: ValueCountsService,
    private readonly places: PlaceRepository,
  ) {}

  /**
   * @param signal once aborted, the search for a place does not begin
   * @throws InvalidRequestError for an unknown region or place, or an invalid cursor
   */
  async page(dto: FacilitiesDto, signal: AbortSignal): Promise<FacilitiesPage> {
    const limit = dto.limit ?? FULL_LIST_LIMIT;
    if (dto.near !== undefined) {
      const place = await this.resolvePlace(dto, dto.near, signal);
      return onlyPage(await this.nearest(dto, place), limit);
    }
    const position = new PagePosition('facilities', dto, 'string');
    const { from } = position;
    const tags = await this.tagQuery(dto);
    const words = parseSearchWords(dto.q);
    const query = { kind: 'facility' as const, tags, words };
    const rows = await this.entries.page(query, { from, limit });
    if (rows.length === 0 && words && !from) {
      const similar = await this.similarNames(words.join(' '), tags);
      return onlyPage(similar.map(withoutDistance), limit);
    }
    const page = position.bind(toKeysetPage(rows, limit, from));
    const isOnly = page.next === null && page.previous === null;
    const matched = isOnly ? page.rows.length : await this.entries.count(query);
    return { ...page, rows: page.rows.map(withoutDistance), matched };
  }

  private async similarNames(text: string, tags: string | null): Promise<ServedDirectoryEntry[]> {
    const [rows, regions] = await Promise.all([
      this.entries.all({ kind: 'facility', tags }),
      this.values.regions(),
    ]);
    const facilities = rows.map(({ document }) => JSON.parse(document) as Facility);
    const named = new Set(searchFacilities(text, facilities, regions).map(({ id }) => id));
    return rows.filter(({ id }) => named.has(id));
  }

  private async resolvePlace(
    dto: FacilitiesDto,
    near: string,
    signal: AbortSignal,
  ): Promise<Point> {
    if (dto.cursor !== undefined || dto.q !== undefined) {
      const detail = 'Give near, or words and a cursor: what is nearest comes in one page.';
      throw new InvalidRequestError([{ name: 'near', detail }]);
    }
    const [place] = await this.places.resolve(near, {
      limit: 1,
      preferred: dto.region ?? [],
      signal,
    });
    if (place) return place;
    const detail = 'This place is not known. Give a town, a state, or a US ZIP code.';
    throw new InvalidRequestError([{ name: 'near', detail }]);
  }

  private async nearest(dto: FacilitiesDto, place: Point): Promise<FoundFacility[]> {
    const rows = await this.entries.all({ kind: 'facility', tags: await this.tagQuery(dto) });
    return rows
      .map((row) => ({ row, distanceMeters: geodesic(place, row as Point).distance_m }))
      .sort((a, b) => a.distanceMeters - b.distanceMeters);
  }

  private async tagQuery({ region }: FacilitiesDto): Promise<string | null> {
    const { tags, known } = await this.vocabulary.current();
    const problems = unknownCodes('region', region, known.region);
    if (problems.length > 0) throw new InvalidRequestError(problems);
    return tags.term('region', tags.members(region ?? []));
  }
}

/** Returns what is not divided into pages. */
function onlyPage(found: FoundFacility[], limit: number): FacilitiesPage {
  return { rows: found.slice(0, limit), next: null, previous: null, matched: found.length };
}

function withoutDistance(row: ServedDirectoryEntry): FoundFacility {
  return { row, distanceMeters: null };
}
