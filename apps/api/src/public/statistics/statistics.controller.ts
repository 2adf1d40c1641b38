import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Statistics } from '#contract';
import { StatisticsRepository } from '#directory';
import { PublicData } from '../../http/cache/response-policy.ts';
import { asJson, type Representation } from '../../http/negotiation/representation.ts';
import { ApiJsonResponse } from '../../http/openapi/api-response.decorator.ts';
import { NoParametersDto } from '../shared/paging/page.dto.ts';
import { Clock } from '../shared/state/clock.ts';
import { statisticsComponent } from './statistics.schema.ts';

@ApiTags('Directory')
@Controller('v1/statistics')
export class StatisticsController {
  constructor(
    private readonly statistics: StatisticsRepository,
    private readonly clock: Clock,
  ) {}

  @Get()
  @PublicData()
  @ApiJsonResponse(
    'How far the whole directory can be trusted, counted from itself.',
    statisticsComponent,
  )
  async count(@Query() _query: NoParametersDto): Promise<Representation> {
    const now = this.clock.now();
    const { by_freshness, by_status, sources, changes } = await this.statistics.count(now);
    const total = Object.values(by_status).reduce((sum, count) => sum + count, 0);
    const statistics: Statistics = {
      at: now.toISOString(),
      listings: { total, by_freshness, by_status },
      sources,
      changes,
    };
    return asJson(statistics);
  }
}
