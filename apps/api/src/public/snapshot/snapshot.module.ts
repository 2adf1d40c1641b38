import { Module } from '@nestjs/common';
import { SharedModule } from '../shared/shared.module.ts';
import { SnapshotController } from './snapshot.controller.ts';
import { SnapshotService } from './snapshot.service.ts';

/** The whole directory for use offline. */
@Module({
  imports: [SharedModule],
  controllers: [SnapshotController],
  providers: [SnapshotService],
})
export class SnapshotModule {}
