import { Controller, Get, Query, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { PublicData } from '../../http/cache/response-policy.ts';
import { type Format, RequestedFormat } from '../../http/negotiation/format.ts';
import type { Representation } from '../../http/negotiation/representation.ts';
import { ApiJsonResponse } from '../../http/openapi/api-response.decorator.ts';
import { ListingFilterService } from '../shared/listing-filter/listing-filter.service.ts';
import { MapDto } from './map.dto.ts';
import { presentMap } from './map.presenter.ts';
import { mapComponent, mapFeaturesComponent } from './map.schema.ts';
import { MapService } from './map.service.ts';

@ApiTags('Search')
@Controller('v1/map')
export class MapController {
  constructor(
    private readonly filters: ListingFilterService,
    private readonly map: MapService,
  ) {}

  @Get()
  @PublicData()
  @ApiJsonResponse(
    'What a map shows of a box: at most 500 listings, or clusters where they stand close.',
    mapComponent,
    { geojson: mapFeaturesComponent },
  )
  async features(
    @Query() query: MapDto,
    @RequestedFormat() format: Format,
    @Req() { url }: FastifyRequest,
  ): Promise<Representation> {
    const filter = await this.filters.parse(query);
    const { items, concern } = await this.map.features(query.bbox, query.zoom, filter);
    return presentMap(items, { format, url }).concernedBy(concern);
  }
}
