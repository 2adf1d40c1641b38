import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { PublicData } from '../../http/cache/response-policy.ts';
import { asJson, type Representation } from '../../http/negotiation/representation.ts';
import { ApiJsonResponse } from '../../http/openapi/api-response.decorator.ts';
import { FacetsDto } from './facets.dto.ts';
import { facetsComponent } from './facets.schema.ts';
import { FacetsService } from './facets.service.ts';

@ApiTags('Search')
@Controller('v1/facets')
export class FacetsController {
  constructor(private readonly facets: FacetsService) {}

  @Get()
  @PublicData()
  @ApiJsonResponse(
    'How many listings each value of each filter would find beside the others.',
    facetsComponent,
  )
  async get(@Query() query: FacetsDto): Promise<Representation> {
    const { counts, concern } = await this.facets.count(query);
    return asJson(counts).concernedBy(concern);
  }
}
