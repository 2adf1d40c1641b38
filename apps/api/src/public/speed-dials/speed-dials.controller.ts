import { Controller, Get, Param, Query, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { speedDialsCsv } from '#exchange';
import { PublicData } from '../../http/cache/response-policy.ts';
import { RequestedFormat } from '../../http/negotiation/format.ts';
import { CSV_TYPE, JSON_TYPE, Representation } from '../../http/negotiation/representation.ts';
import {
  ApiFormerNames,
  ApiJsonResponse,
  ApiPathName,
} from '../../http/openapi/api-response.decorator.ts';
import { NamePipe } from '../../http/problems/name.pipe.ts';
import { DirectoryEntryService } from '../shared/directory-entries/directory-entry.service.ts';
import { NoParametersDto } from '../shared/paging/page.dto.ts';
import { pageLinks } from '../shared/paging/page-links.ts';
import { presentPage } from '../shared/presenters/listing.presenter.ts';
import {
  speedDialPageComponent,
  speedDialRecordComponent,
  speedDialTableComponent,
} from './speed-dial.schema.ts';
import { SpeedDialsDto } from './speed-dials.dto.ts';
import { SpeedDialsService, speedDialOf } from './speed-dials.service.ts';

const FORMATS = ['json', 'csv'] as const;

@ApiTags('Detention')
@Controller('v1/speed-dials')
export class SpeedDialsController {
  constructor(
    private readonly speedDials: SpeedDialsService,
    private readonly entries: DirectoryEntryService,
  ) {}

  @Get()
  @PublicData()
  @ApiFormerNames()
  @ApiJsonResponse(
    'Codes that are dialled on a detention phone. Those that are blocked or retired come only when their status is asked for.',
    speedDialPageComponent,
    { csv: speedDialTableComponent },
  )
  async page(
    @Query() query: SpeedDialsDto,
    @RequestedFormat(FORMATS) format: (typeof FORMATS)[number],
    @Req() { url }: FastifyRequest,
  ): Promise<Representation> {
    const page = await this.speedDials.page(query);
    const links = pageLinks(url, page);
    if (format === 'csv') {
      return new Representation(CSV_TYPE, speedDialsCsv(page.rows.map(speedDialOf)), links);
    }
    return presentPage(
      page.rows.map(({ document }) => document),
      page.next,
      links,
    );
  }

  @Get(':id')
  @PublicData()
  @ApiPathName('id', 'A code, by its id.', '5d2b1a0c-5d0a-5f0e-8a3e-0c1d2e3f4a5b')
  @ApiJsonResponse(
    'One code, whatever its status, with what happened to it.',
    speedDialRecordComponent,
  )
  async one(
    @Param('id', NamePipe) id: string,
    @Query() _query: NoParametersDto,
  ): Promise<Representation> {
    const { document } = await this.entries.one('speed_dial', id);
    return new Representation(JSON_TYPE, document);
  }
}
