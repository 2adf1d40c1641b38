import { Controller, Get, Param, Query, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { PublicData } from '../../http/cache/response-policy.ts';
import { JSON_TYPE, Representation } from '../../http/negotiation/representation.ts';
import {
  ApiFormerNames,
  ApiJsonResponse,
  ApiPathName,
} from '../../http/openapi/api-response.decorator.ts';
import { NamePipe } from '../../http/problems/name.pipe.ts';
import { changesOfKind, changesOfRecord } from '../shared/concerns/concerns.ts';
import { DirectoryEntryService } from '../shared/directory-entries/directory-entry.service.ts';
import { FieldSelection } from '../shared/fields/field-selection.ts';
import { NoParametersDto } from '../shared/paging/page.dto.ts';
import { pageLinks } from '../shared/paging/page-links.ts';
import { presentDirectoryEntry, presentPage } from '../shared/presenters/listing.presenter.ts';
import { Clock } from '../shared/state/clock.ts';
import { helpLineComponent, helpLinePageComponent, helpLineResource } from './help-line.schema.ts';
import { HelpLinesDto } from './help-lines.dto.ts';

@ApiTags('Directory')
@Controller('v1/help-lines')
export class HelpLinesController {
  constructor(
    private readonly entries: DirectoryEntryService,
    private readonly clock: Clock,
  ) {}

  @Get()
  @PublicData()
  @ApiJsonResponse(
    'Help lines for all, with the codes that are dialled on a detention phone.',
    helpLinePageComponent,
  )
  async page(
    @Query() query: HelpLinesDto,
    @Req() { url }: FastifyRequest,
  ): Promise<Representation> {
    const selection = new FieldSelection(helpLineResource, query);
    const page = await this.entries.page('help_line', query, selection.shape);
    const texts = page.rows.map((row) =>
      selection.present(presentDirectoryEntry(row, this.clock.now())),
    );
    const links = pageLinks(url, page);
    return presentPage(texts, page.next, links).concernedBy(changesOfKind('help_line'));
  }

  @Get(':slug')
  @PublicData()
  @ApiFormerNames()
  @ApiPathName('slug', 'A help line, by slug or id.', 'findhello')
  @ApiJsonResponse('One help line.', helpLineComponent)
  async one(
    @Param('slug', NamePipe) slug: string,
    @Query() _query: NoParametersDto,
  ): Promise<Representation> {
    const row = await this.entries.one('help_line', slug);
    const body = presentDirectoryEntry(row, this.clock.now());
    return new Representation(JSON_TYPE, body).concernedBy(changesOfRecord('help_line', row.id));
  }
}
