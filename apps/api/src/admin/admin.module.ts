import { Module } from '@nestjs/common';
import { SharedModule } from '../public/shared/shared.module.ts';
import { AdminGuard } from './shared/admin.guard.ts';
import { SignIns } from './sign-ins/sign-ins.ts';
import { SignedInGuard } from './sign-ins/signed-in.guard.ts';

/** What the people who keep the records use. */
@Module({
  imports: [SharedModule],
  providers: [AdminGuard, SignedInGuard, SignIns],
  exports: [AdminGuard, SharedModule, SignedInGuard, SignIns],
})
export class AdminModule {}
