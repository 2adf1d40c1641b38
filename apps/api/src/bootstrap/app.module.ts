import { type DynamicModule, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import type { DataSourceOptions } from 'typeorm';
import type { VerificationDays } from '#contract';
import { recordEntities } from '#directory';
import { AdminModule } from '../admin/admin.module.ts';
import { SecurityModule } from '../http/security/security.module.ts';
import { OpsModule } from '../ops/ops.module.ts';
import { PublicModule } from '../public/public.module.ts';
import { SharedModule } from '../public/shared/shared.module.ts';
import type { SiteOptions } from '../site/shared/site-options.ts';
import { SiteModule } from '../site/site.module.ts';
import type { TileSource } from '../tiles/tile-source.ts';
import { TilesModule } from '../tiles/tiles.module.ts';

export interface AppModuleOptions {
  /** Of a database that is migrated already. */
  database: DataSourceOptions;
  publicUrl: string | undefined;
  /** null: the site was not built, and only the API is served. */
  site: SiteOptions | null;
  /** null: no street tiles are configured. */
  tiles: TileSource | null;
  /** After how many days kinds of data should be verified again. */
  verificationDays: VerificationDays;
}

/** The one server. */
@Module({})
export class AppModule {
  static register(options: AppModuleOptions): DynamicModule {
    const { database, publicUrl, site, tiles, verificationDays } = options;
    return {
      module: AppModule,
      imports: [
        TypeOrmModule.forRoot({
          ...database,
          entities: Object.values(recordEntities),
          retryAttempts: 0,
        }),
        SecurityModule.register(publicUrl),
        SharedModule,
        PublicModule,
        AdminModule.register(verificationDays),
        OpsModule,
        ...(tiles ? [TilesModule.register(tiles)] : []),
        ...(site ? [SiteModule.register(site)] : []),
      ],
    };
  }
}
