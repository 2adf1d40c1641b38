import { Controller, Get, Param, Query, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { NamePipe } from '../http/name.pipe.ts';
import { JSON_TYPE, Representation } from '../http/representation.ts';
import { ApiAnswer, ApiOne } from '../ops/openapi/answers.ts';
import { CardsService } from './cards.service.ts';
import { Clock } from './clock.ts';
import { NoParametersDto, OrganizationsDto } from './dto/page.dto.ts';
import { pageLinks } from './present/page-links.ts';
import { presentCard, presentListing, presentPage } from './present/served-card.ts';

@ApiTags('Directory')
@Controller('v1/organizations')
export class OrganizationsController {
  constructor(
    private readonly cards: CardsService,
    private readonly clock: Clock,
  ) {}

  @Get()
  @ApiAnswer('Organizations by name.', 'OrganizationPage')
  async page(
    @Query() query: OrganizationsDto,
    @Req() { url }: FastifyRequest,
  ): Promise<Representation> {
    const page = await this.cards.page('organization', query);
    const texts = page.rows.map((row) => presentCard(row, this.clock.now()));
    return presentPage(texts, page.next, pageLinks(url, page));
  }

  @Get(':slug')
  @ApiOne('slug', 'An organization, by slug or id.', 'annunciation-house')
  @ApiAnswer('One organization with all its listings, closed ones too.', 'OrganizationWithListings')
  async one(
    @Param('slug', NamePipe) slug: string,
    @Query() _query: NoParametersDto,
  ): Promise<Representation> {
    const { row, listings } = await this.cards.organization(slug);
    const now = this.clock.now();
    const texts = listings.map((listing) => presentListing(listing, now));
    const card = presentCard(row, now).slice(0, -1);
    return new Representation(JSON_TYPE, `${card},"listings":[${texts.join(',')}]}`);
  }
}
