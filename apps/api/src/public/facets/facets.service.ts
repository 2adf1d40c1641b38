import { Injectable } from '@nestjs/common';
import { type Facet, type FacetName, type Facets, facetNames } from '#contract';
import { FacetRepository } from '#directory';
import {
  ListingFilterService,
  type ParsedListingFilter,
} from '../shared/listing-filter/listing-filter.service.ts';
import type { FacetsDto } from './facets.dto.ts';

const withCodes = ['service', 'region', 'language', 'cost', 'accepts'] as const;

/** Counts what a search would find with other values of one of its filters. */
@Injectable()
export class FacetsService {
  constructor(
    private readonly filters: ListingFilterService,
    private readonly facets: FacetRepository,
  ) {}

  /** @throws InvalidRequestError for an unknown code */
  async count(dto: FacetsDto): Promise<Facets> {
    const { filter, tags } = await this.filters.parse(dto);
    const [total, ...facets] = await Promise.all([
      this.facets.count(filter, tags),
      ...facetNames.map((name) => this.facet(name, dto)),
    ]);
    return { total, facets };
  }

  private async facet(name: FacetName, dto: FacetsDto): Promise<Facet> {
    const { [name]: _, ...others } = dto;
    const query = await this.filters.parse(others);
    const [without, values] = await Promise.all([
      this.facets.count(query.filter, query.tags),
      this.values(name, query),
    ]);
    return { name, without, values };
  }

  private async values(
    name: FacetName,
    { filter, tags }: ParsedListingFilter,
  ): Promise<Facet['values']> {
    const kind = withCodes.find((one) => one === name);
    if (!kind) return [];
    const counts = await this.facets.countEach(kind, filter, tags);
    if (kind !== 'region') return counts;
    const groups = tags.groupCodes().map(async (code) => ({
      code,
      count: await this.facets.count({ ...filter, region: [code] }, tags),
    }));
    return [...counts, ...(await Promise.all(groups))];
  }
}
