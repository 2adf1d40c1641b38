import { Module } from '@nestjs/common';
import { HealthController } from './health.controller.ts';
import { ReadinessProbe } from './readiness.repository.ts';

/** Whether the server works. */
@Module({ controllers: [HealthController], providers: [ReadinessProbe] })
export class OpsModule {}
