import { type DynamicModule, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import type { DataSourceOptions } from 'typeorm';
import { HealthController } from '../ops/health.controller.ts';
import { ReadinessProbe } from '../ops/readiness.repository.ts';
import { PublicModule } from '../public/public.module.ts';

/** The one server. */
@Module({})
export class AppModule {
  /** @param database that is migrated already */
  static on(database: DataSourceOptions): DynamicModule {
    return {
      module: AppModule,
      imports: [TypeOrmModule.forRoot({ ...database, retryAttempts: 0 }), PublicModule],
      controllers: [HealthController],
      providers: [ReadinessProbe],
    };
  }
}
