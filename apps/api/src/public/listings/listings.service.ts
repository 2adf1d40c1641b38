import { Injectable } from '@nestjs/common';
import {
  type KeysetPage,
  ListingSearchRepository,
  type PageQuery,
  type PageRow,
  type ServedListing,
  type Shape,
  toKeysetPage,
} from '#directory';
import type { Concern } from '../../http/cache/concern.ts';
import { changesOfListings } from '../shared/concerns/concerns.ts';
import { FormerNameService } from '../shared/former-names/former-name.service.ts';
import {
  ListingFilterService,
  parseSearchWords,
} from '../shared/listing-filter/listing-filter.service.ts';
import { ListingIndexService } from '../shared/listing-index/listing-index.service.ts';
import { DEFAULT_PAGE, PagePosition } from '../shared/paging/cursor.ts';
import type { ListingsDto } from './listings.dto.ts';

export type ListingPage = KeysetPage<ServedListing> & { concern: Concern };

/** More than a page, because some may be found to lie just outside of a box. */
const SPARE_ROWS = 5;
/** Counting more would take longer than a page. */
const MAX_COUNT = 10_000;

/** Finds listings by filter, words and bounding box, one page at a time. */
@Injectable()
export class ListingsService {
  constructor(
    private readonly filters: ListingFilterService,
    private readonly listings: ListingSearchRepository,
    private readonly index: ListingIndexService,
    private readonly formerNames: FormerNameService,
  ) {}

  /** @throws InvalidRequestError for an unknown code, an invalid box or an invalid cursor */
  async page(dto: ListingsDto, shape: Shape): Promise<ListingPage> {
    const { filter, tags } = await this.filters.parse(dto);
    const words = parseSearchWords(dto.q);
    const position = new PagePosition('listings', dto, words ? 'number' : 'string');
    const { from } = position;
    const limit = dto.limit ?? DEFAULT_PAGE;
    const box = dto.bbox ?? null;
    const query = { filter, tags, words, box, from, limit, shape };
    const found = words ? await this.listings.page(query) : await this.pageByName(query);
    const concern = changesOfListings({ filter, tags }, box && { box });
    return { ...position.bind(toKeysetPage(found, limit, from)), concern };
  }

  /**
   * Which listings come first is known without reading any; the database has the last word, since the
   * index knows positions to some meters and may be older.
   */
  private async pageByName({ from, limit, ...query }: PageQuery): Promise<PageRow[]> {
    const organizationId = from && (await this.listings.organizationOf(from.id));
    const start = from && organizationId ? { ...from, organizationId } : null;
    const index = await this.index.current();
    for (let read = limit + 1 + SPARE_ROWS; ; read *= 2) {
      const known = from && !start ? null : index.candidates({ ...query, from: start, read });
      if (!known) return await this.listings.page({ ...query, from, limit });
      const among = [...known.ordered, ...known.unordered];
      const rows = await this.listings.page({ ...query, from, limit, among });
      const last = rows.at(limit);
      // All before one that is in order have been read, and all that are in no order.
      if (known.isAll || (last && known.ordered.includes(last.id))) return rows;
    }
  }

  /** Counts the listings of all pages; null if there are more than 10,000 with words or a box. */
  async count(
    dto: ListingsDto,
    { rows, next, previous }: KeysetPage<ServedListing>,
  ): Promise<number | null> {
    if (next === null && previous === null) return rows.length;
    const { filter, tags } = await this.filters.parse(dto);
    const words = parseSearchWords(dto.q);
    const box = dto.bbox ?? null;
    if (!words && !box) return (await this.index.current()).matcher(tags).count(filter);
    return await this.listings.countUpTo(MAX_COUNT, { filter, tags, words, box });
  }

  /** @throws RenamedError for a former name, NotFoundError when there is no such listing */
  async one(idOrSlug: string): Promise<ServedListing> {
    const row = await this.listings.one(idOrSlug);
    if (row) return row;
    const detail = 'There is no listing of that id or name.';
    return await this.formerNames.redirectOrFail('listing', idOrSlug, detail);
  }
}
