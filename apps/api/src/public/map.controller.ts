import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Format, Wanted } from '../http/format.ts';
import type { Representation } from '../http/representation.ts';
import { ApiAnswer } from '../ops/openapi/answers.ts';
import { MapDto } from './dto/map.dto.ts';
import { ListingQuestionService } from './listing-question.service.ts';
import { MapService } from './map.service.ts';
import { presentMap } from './present/map.ts';

@ApiTags('Search')
@Controller('v1/map')
export class MapController {
  constructor(
    private readonly questions: ListingQuestionService,
    private readonly map: MapService,
  ) {}

  @Get()
  @ApiAnswer(
    'What a map shows of a box: at most 500 listings, or clusters where they stand close.',
    'Map',
    'MapFeatures',
  )
  async features(@Query() query: MapDto, @Wanted() format: Format): Promise<Representation> {
    const question = await this.questions.filter(query);
    const items = await this.map.features(query.bbox, query.zoom, question);
    return presentMap(items, format);
  }
}
