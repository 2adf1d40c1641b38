import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { PublicData } from '../../http/cache/response-policy.ts';
import { asJson, type Representation } from '../../http/negotiation/representation.ts';
import { ApiJsonResponse } from '../../http/openapi/api-response.decorator.ts';
import { NoParametersDto } from '../shared/paging/page.dto.ts';
import { statisticsComponent } from './statistics.schema.ts';
import { StatisticsService } from './statistics.service.ts';

@ApiTags('Directory')
@Controller('v1/statistics')
export class StatisticsController {
  constructor(private readonly statistics: StatisticsService) {}

  @Get()
  @PublicData()
  @ApiJsonResponse(
    'How far the whole directory can be trusted, counted from itself.',
    statisticsComponent,
  )
  async count(@Query() _query: NoParametersDto): Promise<Representation> {
    return asJson(await this.statistics.count());
  }
}
