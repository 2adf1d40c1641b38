import { type DynamicModule, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import type { DataSourceOptions } from 'typeorm';
import type { FourEyes, VerificationDays } from '#contract';
import { recordEntities } from '#directory';
import type { IdentityOptions } from '#identity';
import { AccountsModule } from '../admin/accounts.module.ts';
import { ConsoleModule } from '../admin/console/console.module.ts';
import type { ConsoleFiles } from '../admin/console/console-files.ts';
import { EditingModule } from '../admin/editing.module.ts';
import { IdentityModule } from '../admin/identity.module.ts';
import { SecurityModule } from '../http/security/security.module.ts';
import type { ViewCounts } from '../http/views/view-counts.ts';
import { MailModule } from '../mail/mail.module.ts';
import type { MailOptions } from '../mail/mail-options.ts';
import { OpsModule } from '../ops/ops.module.ts';
import { PublicModule } from '../public/public.module.ts';
import { SharedModule } from '../public/shared/shared.module.ts';
import { RemindersModule } from '../reminders/reminders.module.ts';
import type { SiteOptions } from '../site/shared/site-options.ts';
import { SiteModule } from '../site/site.module.ts';
import type { TileSource } from '../tiles/tile-source.ts';
import { TilesModule } from '../tiles/tiles.module.ts';

export interface AppModuleOptions {
  /** Of a database that is migrated already. */
  database: DataSourceOptions;
  publicUrl: string | undefined;
  identity: IdentityOptions;
  /** null: there is no mail server. */
  mail: MailOptions | null;
  /** null: the site was not built, and only the API is served. */
  site: SiteOptions | null;
  /** null: the console was not built. */
  console: ConsoleFiles | null;
  /** null: no street tiles are configured. */
  tiles: TileSource | null;
  /** After how many days kinds of data should be verified again. */
  verificationDays: VerificationDays;
  /** When changes need somebody else than their author. */
  fourEyes: FourEyes;
  /** How often records were seen since that was stored last. */
  views: ViewCounts;
  /** Where it is nine when organizations are reminded; null: they are not. */
  remindersTimeZone: string | null;
}

/** The one server. */
@Module({})
export class AppModule {
  static register(options: AppModuleOptions): DynamicModule {
    const { database, publicUrl, identity, mail, site, console, tiles, verificationDays } = options;
    const timeZone = options.remindersTimeZone;
    return {
      module: AppModule,
      imports: [
        TypeOrmModule.forRoot({
          ...database,
          entities: Object.values(recordEntities),
          retryAttempts: 0,
        }),
        SecurityModule.register({ publicUrl, secret: identity.secret }),
        SharedModule,
        PublicModule,
        IdentityModule.register(identity),
        MailModule.register(mail),
        AccountsModule,
        EditingModule.register(options),
        OpsModule,
        ...(console ? [ConsoleModule.register(console)] : []),
        ...(tiles ? [TilesModule.register(tiles)] : []),
        ...(site ? [RemindersModule.register({ site, verificationDays, timeZone })] : []),
        ...(site ? [SiteModule.register(site)] : []),
      ],
    };
  }
}
