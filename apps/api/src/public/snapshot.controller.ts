import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Representation } from '../http/representation.ts';
import { ApiAnswer } from '../ops/openapi/answers.ts';
import { SnapshotDto } from './dto/snapshot.dto.ts';
import { presentSnapshot } from './present/snapshot.ts';
import { SnapshotService } from './snapshot.service.ts';

@ApiTags('Directory')
@Controller('v1/snapshot')
export class SnapshotController {
  constructor(private readonly snapshots: SnapshotService) {}

  @Get()
  @ApiAnswer(
    'The whole directory, or what changed since, to keep and search elsewhere.',
    'Snapshot',
  )
  async get(@Query() query: SnapshotDto): Promise<Representation> {
    return presentSnapshot(await this.snapshots.read(query));
  }
}
