import { Controller, Get, Param, Query, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { PublicData } from '../../http/cache/response-policy.ts';
import { type Format, RequestedFormat } from '../../http/negotiation/format.ts';
import type { Representation } from '../../http/negotiation/representation.ts';
import {
  ApiFormerNames,
  ApiJsonResponse,
  ApiPathName,
} from '../../http/openapi/api-response.decorator.ts';
import { NamePipe } from '../../http/problems/name.pipe.ts';
import { changesOfListing } from '../shared/concerns/concerns.ts';
import { FieldSelection } from '../shared/fields/field-selection.ts';
import { OneDto } from '../shared/paging/page.dto.ts';
import {
  oneOf,
  pageOf,
  presentedListing,
  presentListings,
} from '../shared/presenters/format.presenter.ts';
import { presentListing } from '../shared/presenters/listing.presenter.ts';
import { Clock } from '../shared/state/clock.ts';
import {
  listedListingFeaturesComponent,
  listedListingPageComponent,
  listingResource,
} from './listed-listing.schema.ts';
import { listingComponent, listingFeatureComponent } from './listing.schema.ts';
import { ListingsDto } from './listings.dto.ts';
import { ListingsService } from './listings.service.ts';

@ApiTags('Search')
@Controller('v1/listings')
export class ListingsController {
  constructor(
    private readonly listings: ListingsService,
    private readonly clock: Clock,
  ) {}

  @Get()
  @PublicData()
  @ApiJsonResponse(
    'Listings by name, or with `q` by how well they fit, a page at a time.',
    listedListingPageComponent,
    { geojson: listedListingFeaturesComponent },
  )
  async page(
    @Query() query: ListingsDto,
    @RequestedFormat() format: Format,
    @Req() { url }: FastifyRequest,
  ): Promise<Representation> {
    const selection = new FieldSelection(listingResource, query);
    const page = await this.listings.page(query, selection.shape);
    const matched = format === 'json' ? null : await this.listings.count(query, page);
    const items = presentListings(page.rows, this.clock.now(), selection);
    return pageOf(items, page, { format, url, matched }).concernedBy(page.concern);
  }

  @Get(':id')
  @PublicData()
  @ApiFormerNames()
  @ApiPathName('id', 'A listing, by id or slug.', 'annunciation-house')
  @ApiJsonResponse(
    'One listing, by id or by the name in its address; closed ones too, with what happened.',
    listingComponent,
    { geojson: listingFeatureComponent },
  )
  async one(
    @Param('id', NamePipe) id: string,
    @Query() _query: OneDto,
    @RequestedFormat() format: Format,
  ): Promise<Representation> {
    const row = await this.listings.one(id);
    const presented = presentedListing(row.id, presentListing(row, this.clock.now()));
    return oneOf(presented, format).concernedBy(changesOfListing(row));
  }
}
