import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { PublicData } from '../../http/cache/response-policy.ts';
import type { Representation } from '../../http/negotiation/representation.ts';
import { ApiJsonResponse } from '../../http/openapi/api-response.decorator.ts';
import { SnapshotDto } from './snapshot.dto.ts';
import { presentSnapshot } from './snapshot.presenter.ts';
import { snapshotComponent } from './snapshot.schema.ts';
import { SnapshotService } from './snapshot.service.ts';

@ApiTags('Directory')
@Controller('v1/snapshot')
export class SnapshotController {
  constructor(private readonly snapshots: SnapshotService) {}

  @Get()
  @PublicData({ changesWithTime: false, sentToEveryone: true })
  @ApiJsonResponse(
    'The whole directory, or what changed since, to keep and search elsewhere.',
    snapshotComponent,
  )
  async get(@Query() query: SnapshotDto): Promise<Representation> {
    return presentSnapshot(await this.snapshots.read(query));
  }
}
