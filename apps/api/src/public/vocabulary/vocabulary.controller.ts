import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { PublicData } from '../../http/cache/response-policy.ts';
import { asJson, type Representation } from '../../http/negotiation/representation.ts';
import { ApiJsonResponse } from '../../http/openapi/api-response.decorator.ts';
import { changesOfCounts } from '../shared/concerns/concerns.ts';
import { ValueCountsService } from '../shared/listing-index/value-counts.service.ts';
import { NoParametersDto } from '../shared/paging/page.dto.ts';
import { languageCounts } from './languages.presenter.ts';
import {
  languagePageComponent,
  regionPageComponent,
  serviceTypePageComponent,
} from './vocabulary.schema.ts';

/** The values of the filters, each with the number of listings it finds. */
@ApiTags('Vocabulary')
@Controller('v1')
export class VocabularyController {
  constructor(private readonly values: ValueCountsService) {}

  @Get('regions')
  @PublicData()
  @ApiJsonResponse('States, countries and groups of them.', regionPageComponent)
  async regions(@Query() _query: NoParametersDto): Promise<Representation> {
    return asJson({ items: await this.values.regions(), next: null }).concernedBy(changesOfCounts);
  }

  @Get('service-types')
  @PublicData()
  @ApiJsonResponse('Kinds of help.', serviceTypePageComponent)
  async serviceTypes(@Query() _query: NoParametersDto): Promise<Representation> {
    const items = await this.values.serviceTypes();
    return asJson({ items, next: null }).concernedBy(changesOfCounts);
  }

  @Get('languages')
  @PublicData()
  @ApiJsonResponse('Languages that somebody is known to speak.', languagePageComponent)
  async languages(@Query() _query: NoParametersDto): Promise<Representation> {
    const items = languageCounts(await this.values.languages());
    return asJson({ items, next: null }).concernedBy(changesOfCounts);
  }
}
