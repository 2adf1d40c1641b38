import { Injectable } from '@nestjs/common';
import type { CodeCount, Region, ServiceType } from '#contract';
import { emptyListingFilter, FacetRepository } from '#directory';
import { VocabularyService } from '../state/vocabulary.service.ts';
import { ListingIndexService } from './listing-index.service.ts';

/**
 * Finds the values of filters, each with the number of open listings it finds. Every page has them, so
 * they do not wait until a change of very many listings is counted.
 */
@Injectable()
export class ValueCountsService {
  constructor(
    private readonly vocabulary: VocabularyService,
    private readonly listings: ListingIndexService,
    private readonly facets: FacetRepository,
  ) {}

  /** Returns the configured states and groups, and every other state that has a listing. */
  async regions(): Promise<Region[]> {
    const { tags } = await this.vocabulary.current();
    const listings = (await this.listings.atHand()).matcher(tags);
    const counted = listings.countEach('region', emptyListingFilter);
    const counts = new Map(counted.map(({ code, count }) => [code, count]));
    for (const { code, count } of listings.countGroups(emptyListingFilter)) counts.set(code, count);
    const regions = await this.facets.regions(counted.map(({ code }) => code));
    return regions.map((region) => ({ ...region, count: counts.get(region.code) ?? 0 }));
  }

  async serviceTypes(): Promise<ServiceType[]> {
    const counts = await this.countsOf('service');
    const types = await this.facets.serviceTypes();
    return types.map((type) => ({ ...type, count: counts.get(type.code) ?? 0 }));
  }

  /** Returns the languages that somebody is known to speak, the most frequent first. */
  async languages(): Promise<Omit<CodeCount, 'names'>[]> {
    const counts = await this.countsOf('language');
    return [...counts]
      .map(([code, count]) => ({ code, count }))
      .sort((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1));
  }

  private async countsOf(kind: 'service' | 'language'): Promise<Map<string, number>> {
    const { tags } = await this.vocabulary.current();
    const listings = (await this.listings.atHand()).matcher(tags);
    const counted = listings.countEach(kind, emptyListingFilter);
    return new Map(counted.map(({ code, count }) => [code, count]));
  }
}
