import { type DynamicModule, Module } from '@nestjs/common';
import { SharedModule } from '../public/shared/shared.module.ts';
import { SuggestionsModule } from '../public/suggestions/suggestions.module.ts';
import { FallbackController } from './pages/fallback.controller.ts';
import { PagesController } from './pages/pages.controller.ts';
import { ReportFormService } from './pages/report-form.service.ts';
import { PreviewController } from './preview/preview.controller.ts';
import { QrCodeController } from './qr-code/qr-code.controller.ts';
import { SITE_OPTIONS, type SiteOptions } from './shared/site-options.ts';
import { SitemapController } from './sitemap/sitemap.controller.ts';
import { SitemapService } from './sitemap/sitemap.service.ts';

/** The pages of apps/web and what belongs to them. */
@Module({})
export class SiteModule {
  static register(options: SiteOptions): DynamicModule {
    return {
      module: SiteModule,
      imports: [SharedModule, SuggestionsModule],
      controllers: [
        PagesController,
        PreviewController,
        QrCodeController,
        SitemapController,
        FallbackController,
      ],
      providers: [{ provide: SITE_OPTIONS, useValue: options }, ReportFormService, SitemapService],
    };
  }
}
