import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { FacetRepository } from '#directory';
import { asJson, type Representation } from '../http/representation.ts';
import { ApiAnswer } from '../ops/openapi/answers.ts';
import { NoParametersDto } from './dto/page.dto.ts';
import { languageCounts } from './present/languages.ts';

/** The values of the filters, each with what it would find. */
@ApiTags('Vocabulary')
@Controller('v1')
export class VocabularyController {
  constructor(private readonly facets: FacetRepository) {}

  /** States, countries and groups of them. */
  @Get('regions')
  @ApiAnswer('RegionPage')
  async regions(@Query() _query: NoParametersDto): Promise<Representation> {
    return asJson({ items: await this.facets.regions(), next: null });
  }

  /** Kinds of help. */
  @Get('service-types')
  @ApiAnswer('ServiceTypePage')
  async serviceTypes(@Query() _query: NoParametersDto): Promise<Representation> {
    return asJson({ items: await this.facets.serviceTypes(), next: null });
  }

  /** Languages that somebody is known to speak. */
  @Get('languages')
  @ApiAnswer('LanguagePage')
  async languages(@Query() _query: NoParametersDto): Promise<Representation> {
    return asJson({ items: languageCounts(await this.facets.languages()), next: null });
  }
}
