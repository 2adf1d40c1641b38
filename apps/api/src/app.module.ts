import { type DynamicModule, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import type { DataSourceOptions } from 'typeorm';
import { HealthController } from './ops/health.controller.ts';
import { ReadinessProbe } from './ops/readiness.repository.ts';

@Module({})
export class AppModule {
  static on(database: DataSourceOptions): DynamicModule {
    return {
      module: AppModule,
      imports: [TypeOrmModule.forRoot({ ...database, retryAttempts: 0 })],
      controllers: [HealthController],
      providers: [ReadinessProbe],
    };
  }
}
