import { Body, Controller, Get, HttpCode, Post, Query, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { CrossOriginRead, PublicData } from '../../http/cache/response-policy.ts';
import { type Format, formatInBody, RequestedFormat } from '../../http/negotiation/format.ts';
import type { Representation } from '../../http/negotiation/representation.ts';
import { ApiJsonBody, ApiJsonResponse } from '../../http/openapi/api-response.decorator.ts';
import { RequestSignal } from '../../http/routing/request-signal.ts';
import { Clock } from '../shared/state/clock.ts';
import { NearbyDto } from './nearby.dto.ts';
import { nearbySelections, presentNearby } from './nearby.presenter.ts';
import { nearbyComponent, nearbyFeaturesComponent } from './nearby.schema.ts';
import { NearbyService } from './nearby.service.ts';

@ApiTags('Search')
@Controller('v1/nearby')
export class NearbyController {
  constructor(
    private readonly nearby: NearbyService,
    private readonly clock: Clock,
  ) {}

  @Get()
  @PublicData({ positionParameters: ['lat', 'lon'] })
  @ApiJsonResponse(
    'The nearest help, help without a place, and help lines. A position in an address may be logged on its way: POST keeps it out.',
    nearbyComponent,
    { geojson: nearbyFeaturesComponent },
  )
  async get(
    @Query() query: NearbyDto,
    @RequestedFormat() format: Format,
    @Req() request: FastifyRequest,
    @RequestSignal() signal: AbortSignal,
  ): Promise<Representation> {
    const url = query.near === undefined ? null : request.url;
    return await this.present(query, { format, url, signal });
  }

  @Post()
  @HttpCode(200)
  @CrossOriginRead()
  @ApiJsonBody(NearbyDto)
  @ApiJsonResponse(
    'The same question in a body, so that a position stays out of addresses and logs.',
    nearbyComponent,
    { geojson: nearbyFeaturesComponent },
  )
  async post(
    @Body() body: NearbyDto,
    @RequestedFormat() format: Format,
    @RequestSignal() signal: AbortSignal,
  ): Promise<Representation> {
    return await this.present(body, { format: formatInBody(body, format), url: null, signal });
  }

  private async present(
    dto: NearbyDto,
    { signal, ...wanted }: { format: Format; url: string | null; signal: AbortSignal },
  ): Promise<Representation> {
    const { listings, lines } = nearbySelections(dto);
    const shapes = { listings: listings.shape, lines: lines.shape };
    const rows = await this.nearby.find(dto, { shapes, signal });
    const presented = presentNearby(rows, { ...wanted, dto, now: this.clock.now() });
    return rows.concern ? presented.concernedBy(rows.concern) : presented;
  }
}
