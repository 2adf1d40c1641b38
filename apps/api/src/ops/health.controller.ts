import { Controller, Get, Header } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { UnavailableError } from '../http/problems.ts';
import { asJson, type Representation } from '../http/representation.ts';
import { ApiAnswer } from './openapi/answers.ts';
import { ReadinessProbe } from './readiness.repository.ts';

@ApiTags('Operation')
@Controller('health')
export class HealthController {
  constructor(private readonly readiness: ReadinessProbe) {}

  /** Whether the process runs. */
  @Get('live')
  @Header('cache-control', 'no-store')
  @ApiAnswer('Health')
  live(): Representation {
    return asJson({ status: 'live' });
  }

  /** Whether questions can be answered: the tables are up to date and the database replies. */
  @Get('ready')
  @Header('cache-control', 'no-store')
  @ApiAnswer('Health')
  async ready(): Promise<Representation> {
    if (await this.readiness.databaseAnswers()) return asJson({ status: 'ready' });
    throw new UnavailableError('The database does not answer.');
  }
}
