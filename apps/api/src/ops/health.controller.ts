import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { asJson, type Representation } from '../http/negotiation/representation.ts';
import { ApiJsonResponse } from '../http/openapi/api-response.decorator.ts';
import { UnavailableError } from '../http/problems/problems.ts';
import { healthComponent } from './health.schema.ts';
import { ReadinessProbe } from './readiness.repository.ts';

@ApiTags('Operation')
@Controller('health')
export class HealthController {
  constructor(private readonly readiness: ReadinessProbe) {}

  @Get('live')
  @ApiJsonResponse('Whether the process runs.', healthComponent)
  live(): Representation {
    return asJson({ status: 'live' });
  }

  @Get('ready')
  @ApiJsonResponse(
    'Whether questions can be answered: the tables are up to date and the database replies.',
    healthComponent,
  )
  async ready(): Promise<Representation> {
    if (await this.readiness.databaseIsUsable()) return asJson({ status: 'ready' });
    throw new UnavailableError('The database does not answer, or has no records.');
  }
}
