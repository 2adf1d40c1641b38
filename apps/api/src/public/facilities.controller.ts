import { Controller, Get, Param, Query, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { type Format, Wanted } from '../http/format.ts';
import { NamePipe } from '../http/name.pipe.ts';
import type { Representation } from '../http/representation.ts';
import { ApiAnswer, ApiOne } from '../ops/openapi/answers.ts';
import { CardsService } from './cards.service.ts';
import { FacilitiesDto, OneDto } from './dto/page.dto.ts';
import { pageLinks } from './present/page-links.ts';
import { oneOf, pageOf, presentedFacility } from './present/representations.ts';

@ApiTags('Directory')
@Controller('v1/facilities')
export class FacilitiesController {
  constructor(private readonly cards: CardsService) {}

  @Get()
  @ApiAnswer('Detention facilities by name.', 'FacilityPage', 'FacilityFeatures')
  async page(
    @Query() query: FacilitiesDto,
    @Wanted() format: Format,
    @Req() { url }: FastifyRequest,
  ): Promise<Representation> {
    const page = await this.cards.page('facility', query);
    const items = page.rows.map(presentedFacility);
    return pageOf(items, page.next, { format, links: pageLinks(url, page) });
  }

  @Get(':slug')
  @ApiOne('slug', 'A facility, by slug or id.', 'el-paso-service-processing-center')
  @ApiAnswer('One facility.', 'Facility', 'FacilityFeature')
  async one(
    @Param('slug', NamePipe) slug: string,
    @Query() _query: OneDto,
    @Wanted() format: Format,
  ): Promise<Representation> {
    const row = await this.cards.one('facility', slug);
    return oneOf(presentedFacility(row), format);
  }
}
