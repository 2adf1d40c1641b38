import { Controller, Get, Header } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { UnavailableError } from '../http/problems.ts';
import { asJson, type Representation } from '../http/representation.ts';
import { ChangeSequence } from '../public/change-sequence.ts';
import { ApiAnswer } from './openapi/answers.ts';

@ApiTags('Operation')
@Controller('health')
export class HealthController {
  constructor(private readonly changes: ChangeSequence) {}

  /** Whether the process runs. */
  @Get('live')
  @Header('cache-control', 'no-store')
  @ApiAnswer('Health')
  live(): Representation {
    return asJson({ status: 'live' });
  }

  /** Whether questions can be answered: the schema is up to date and the database replies. */
  @Get('ready')
  @Header('cache-control', 'no-store')
  @ApiAnswer('Health')
  async ready(): Promise<Representation> {
    try {
      await this.changes.refresh();
    } catch {
      throw new UnavailableError('The database does not answer.');
    }
    return asJson({ status: 'ready' });
  }
}
