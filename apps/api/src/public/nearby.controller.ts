import { Body, Controller, Get, Header, HttpCode, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Format, Wanted } from '../http/format.ts';
import type { Representation } from '../http/representation.ts';
import { ApiAnswer, ApiQuestion } from '../ops/openapi/answers.ts';
import { Clock } from './clock.ts';
import { NearbyDto } from './dto/nearby.dto.ts';
import { NearbyService } from './nearby.service.ts';
import { presentNearby } from './present/nearby.ts';

@ApiTags('Search')
@Controller('v1/nearby')
export class NearbyController {
  constructor(
    private readonly nearby: NearbyService,
    private readonly clock: Clock,
  ) {}

  /** The nearest help, help without a place, and help lines. A position in an address may be logged on its way: POST keeps it out. */
  @Get()
  @ApiAnswer('Nearby', 'NearbyFeatures')
  async get(@Query() query: NearbyDto, @Wanted() format: Format): Promise<Representation> {
    return presentNearby(await this.nearby.answer(query), this.clock.now(), format);
  }

  /** The same question in a body, so that a position stays out of addresses and logs. */
  @Post()
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  @ApiQuestion(NearbyDto)
  @ApiAnswer('Nearby', 'NearbyFeatures')
  async post(@Body() body: NearbyDto, @Wanted() format: Format): Promise<Representation> {
    return presentNearby(await this.nearby.answer(body), this.clock.now(), body.f ?? format);
  }
}
