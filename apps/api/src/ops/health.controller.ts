import { Controller, Get, HttpStatus, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { sendNotReady } from './not-ready.ts';
import { ReadinessProbe } from './readiness.repository.ts';

@Controller('health')
export class HealthController {
  constructor(private readonly readiness: ReadinessProbe) {}

  @Get('live')
  live(): { status: 'live' } {
    return { status: 'live' };
  }

  @Get('ready')
  async ready(@Res() reply: FastifyReply): Promise<void> {
    if (await this.readiness.databaseAnswers()) {
      await reply.status(HttpStatus.OK).send({ status: 'ready' });
    } else {
      sendNotReady(reply.hijack().raw, '/health/ready', 'The database does not answer.');
    }
  }
}
