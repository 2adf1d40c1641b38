import { Body, Controller, Get, HttpCode, Post, Query, Req, UseGuards } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { asJson, type Representation } from '../../http/negotiation/representation.ts';
import {
  ApiJsonBody,
  ApiJsonResponse,
  jsonContent,
  problemContent,
} from '../../http/openapi/api-response.decorator.ts';
import { SameOriginGuard } from '../../http/security/same-origin.guard.ts';
import { NoParametersDto } from '../shared/paging/page.dto.ts';
import { FormOpening } from './form-opening.ts';
import { SuggestionDto } from './suggestion.dto.ts';
import { storedSuggestionComponent, suggestionFormComponent } from './suggestion.schema.ts';
import { SuggestionsService } from './suggestions.service.ts';

@ApiTags('Suggestions')
@Controller('v1/suggestions')
export class SuggestionsController {
  constructor(
    private readonly suggestions: SuggestionsService,
    private readonly opening: FormOpening,
  ) {}

  @Get('form')
  @ApiJsonResponse(
    'What a form of this site carries to show when it was opened. Programs need none.',
    suggestionFormComponent,
  )
  form(@Query() _query: NoParametersDto): Representation {
    return asJson({ opened: this.opening.open() });
  }

  @Post()
  @HttpCode(202)
  @UseGuards(SameOriginGuard)
  @ApiOperation({
    summary:
      'Say that something is wrong with a record. An editor looks at it; nothing is kept of who said it.',
  })
  @ApiJsonBody(SuggestionDto)
  @ApiAcceptedResponse({
    description: 'Kept for an editor.',
    content: jsonContent(storedSuggestionComponent),
  })
  @ApiResponse({
    status: 400,
    description: 'A field is wrong; each is named.',
    content: problemContent,
  })
  @ApiResponse({
    status: 403,
    description: 'A page of another site sent it.',
    content: problemContent,
  })
  @ApiResponse({ status: 404, description: 'There is no such record.', content: problemContent })
  @ApiResponse({ status: 429, description: 'Too many for now.', content: problemContent })
  async add(@Body() body: SuggestionDto, @Req() { ip }: FastifyRequest): Promise<Representation> {
    await this.suggestions.add(body, ip);
    return asJson({ state: 'open' });
  }
}
