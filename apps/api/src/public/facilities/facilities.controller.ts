import { Controller, Get, Param, Query, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { PublicData } from '../../http/cache/response-policy.ts';
import { type Format, RequestedFormat } from '../../http/negotiation/format.ts';
import { asJson, type Representation } from '../../http/negotiation/representation.ts';
import {
  ApiFormerNames,
  ApiJsonResponse,
  ApiPathName,
} from '../../http/openapi/api-response.decorator.ts';
import { NamePipe } from '../../http/problems/name.pipe.ts';
import { RequestSignal } from '../../http/routing/request-signal.ts';
import {
  anyOf,
  changesOfCounts,
  changesOfKind,
  changesOfRecord,
} from '../shared/concerns/concerns.ts';
import { DirectoryEntryService } from '../shared/directory-entries/directory-entry.service.ts';
import { FieldSelection } from '../shared/fields/field-selection.ts';
import { NoParametersDto, OneDto } from '../shared/paging/page.dto.ts';
import { oneOf, pageOf, presentedFacility } from '../shared/presenters/format.presenter.ts';
import { Clock } from '../shared/state/clock.ts';
import { FacilitiesDto } from './facilities.dto.ts';
import { FacilitiesService } from './facilities.service.ts';
import {
  facilityComponent,
  facilityFeatureComponent,
  facilityFeaturesComponent,
  facilityHelpComponent,
  facilityPageComponent,
  facilityResource,
} from './facility.schema.ts';
import { presentFacilityHelp } from './facility-help.presenter.ts';
import { FacilityHelpService } from './facility-help.service.ts';

const EXAMPLE = 'el-paso-service-processing-center';

@ApiTags('Detention')
@Controller('v1/facilities')
export class FacilitiesController {
  constructor(
    private readonly facilities: FacilitiesService,
    private readonly entries: DirectoryEntryService,
    private readonly help: FacilityHelpService,
    private readonly clock: Clock,
  ) {}

  @Get()
  @PublicData()
  @ApiJsonResponse(
    'Detention facilities by name, by words, or the nearest to a place.',
    facilityPageComponent,
    { geojson: facilityFeaturesComponent },
  )
  async page(
    @Query() query: FacilitiesDto,
    @RequestedFormat() format: Format,
    @Req() { url }: FastifyRequest,
    @RequestSignal() signal: AbortSignal,
  ): Promise<Representation> {
    const page = await this.facilities.page(query, signal);
    const selection = new FieldSelection(facilityResource, query);
    const items = page.rows.map(({ row, distanceMeters }) =>
      presentedFacility(row, distanceMeters, (text) => selection.project(text)),
    );
    return pageOf(items, page, { format, url, matched: page.matched }).concernedBy(
      anyOf([changesOfKind('facility'), changesOfCounts]),
    );
  }

  @Get(':slug')
  @PublicData()
  @ApiFormerNames()
  @ApiPathName('slug', 'A facility, by slug or id.', EXAMPLE)
  @ApiJsonResponse('One facility.', facilityComponent, { geojson: facilityFeatureComponent })
  async one(
    @Param('slug', NamePipe) slug: string,
    @Query() _query: OneDto,
    @RequestedFormat() format: Format,
  ): Promise<Representation> {
    const row = await this.entries.one('facility', slug);
    return oneOf(presentedFacility(row), format).concernedBy(changesOfRecord('facility', row.id));
  }

  @Get(':slug/help')
  @PublicData()
  @ApiFormerNames()
  @ApiPathName('slug', 'A facility, by slug or id.', EXAMPLE)
  @ApiJsonResponse(
    'What helps a person who is held there: codes, ways to find them, and legal help by how sure it is.',
    facilityHelpComponent,
  )
  async helpThere(
    @Param('slug', NamePipe) slug: string,
    @Query() _query: NoParametersDto,
  ): Promise<Representation> {
    return asJson(presentFacilityHelp(await this.help.find(slug), this.clock.now()));
  }
}
