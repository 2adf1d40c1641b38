import { Controller, Get, Param, Query, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { type Format, Wanted } from '../http/format.ts';
import { NamePipe } from '../http/name.pipe.ts';
import type { Representation } from '../http/representation.ts';
import { ApiAnswer, ApiOne } from '../ops/openapi/answers.ts';
import { Clock } from './clock.ts';
import { ListingsDto, OneDto } from './dto/page.dto.ts';
import { ListingsService } from './listings.service.ts';
import { pageLinks } from './present/page-links.ts';
import { oneOf, pageOf, presentedListing, presentListings } from './present/representations.ts';
import { presentListing } from './present/served-card.ts';

@ApiTags('Search')
@Controller('v1/listings')
export class ListingsController {
  constructor(
    private readonly listings: ListingsService,
    private readonly clock: Clock,
  ) {}

  @Get()
  @ApiAnswer(
    'Listings by name, or with `q` by how well they fit, a page at a time.',
    'ListingPage',
    'ListingFeatures',
  )
  async page(
    @Query() query: ListingsDto,
    @Wanted() format: Format,
    @Req() { url }: FastifyRequest,
  ): Promise<Representation> {
    const page = await this.listings.page(query);
    const items = presentListings(page.rows, this.clock.now());
    return pageOf(items, page.next, { format, links: pageLinks(url, page) });
  }

  @Get(':id')
  @ApiOne('id', 'A listing, by id or slug.', 'annunciation-house')
  @ApiAnswer(
    'One listing, by id or by the name in its address; closed ones too, with what happened.',
    'Listing',
    'ListingFeature',
  )
  async one(
    @Param('id', NamePipe) id: string,
    @Query() _query: OneDto,
    @Wanted() format: Format,
  ): Promise<Representation> {
    const row = await this.listings.one(id);
    return oneOf(presentedListing(presentListing(row, this.clock.now())), format);
  }
}
