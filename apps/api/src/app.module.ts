import { type DynamicModule, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { HealthController } from './ops/health.controller.ts';
import { PublicModule } from './public/public.module.ts';

/** The one server. */
@Module({})
// biome-ignore lint/complexity/noStaticOnlyClass: a dynamic module is made this way in NestJS
export class AppModule {
  /** @param dataSource connected and migrated; closed with the application */
  static over(dataSource: DataSource): DynamicModule {
    return {
      module: AppModule,
      imports: [
        TypeOrmModule.forRootAsync({
          useFactory: () => dataSource.options,
          dataSourceFactory: async () => dataSource,
        }),
        PublicModule,
      ],
      controllers: [HealthController],
    };
  }
}
