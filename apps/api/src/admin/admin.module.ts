import { Module } from '@nestjs/common';
import { AccessTokenRepository } from '#identity';
import { SharedModule } from '../public/shared/shared.module.ts';
import { AdminGuard } from './shared/admin.guard.ts';

/** What the people who keep the records use. */
@Module({
  imports: [SharedModule],
  providers: [AccessTokenRepository, AdminGuard],
  exports: [AdminGuard, AccessTokenRepository],
})
export class AdminModule {}
