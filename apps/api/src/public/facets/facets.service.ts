import { Injectable } from '@nestjs/common';
import { type Facet, type FacetName, type Facets, facetNames } from '#contract';
import {
  countedKinds,
  emptyListingFilter,
  type ListingFilter,
  type ListingMatcher,
} from '#directory';
import type { Concern } from '../../http/cache/concern.ts';
import { changesOfFacets } from '../shared/concerns/concerns.ts';
import { ListingFilterService } from '../shared/listing-filter/listing-filter.service.ts';
import { ListingIndexService } from '../shared/listing-index/listing-index.service.ts';
import type { FacetsDto } from './facets.dto.ts';

/** What each filter of a request is in the directory. */
const fields: Record<FacetName, keyof ListingFilter> = {
  service: 'service',
  region: 'region',
  language: 'language',
  cost: 'cost',
  accepts: 'accepts',
  open_now: 'openAt',
  open_at: 'openAtLocal',
  remote: 'remote',
  verified_within_days: 'verifiedSince',
};

/** Counts what a search would find with other values of one of its filters. */
@Injectable()
export class FacetsService {
  constructor(
    private readonly filters: ListingFilterService,
    private readonly listings: ListingIndexService,
  ) {}

  /** @throws InvalidRequestError for an unknown code */
  async count(dto: FacetsDto): Promise<{ counts: Facets; concern: Concern }> {
    const { filter, tags } = await this.filters.parse(dto);
    const listings = (await this.listings.current()).matcher(tags);
    const total = listings.count(filter);
    const facets = facetNames.map((name): Facet => {
      const field = fields[name];
      const others = { ...filter, [field]: emptyListingFilter[field] };
      const isAsked = dto[name] !== undefined;
      return {
        name,
        without: isAsked ? listings.count(others) : total,
        values: valuesOf(name, listings, others),
      };
    });
    return { counts: { total, facets }, concern: changesOfFacets({ filter, tags }) };
  }
}

function valuesOf(
  name: FacetName,
  listings: ListingMatcher,
  filter: ListingFilter,
): Facet['values'] {
  const kind = countedKinds.find((one) => one === name);
  if (!kind) return [];
  const counts = listings.countEach(kind, filter);
  if (kind !== 'region') return counts;
  return [...counts, ...listings.countGroups(filter)];
}
