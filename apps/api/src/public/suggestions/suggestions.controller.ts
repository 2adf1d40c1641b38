import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { SuggestionRepository } from '#directory';
import { asJson, type Representation } from '../../http/negotiation/representation.ts';
import {
  ApiJsonBody,
  jsonContent,
  problemContent,
} from '../../http/openapi/api-response.decorator.ts';
import { NotFoundError, TooManyError } from '../../http/problems/problems.ts';
import { SuggestionDto } from './suggestion.dto.ts';
import { storedSuggestionComponent } from './suggestion.schema.ts';

@ApiTags('Suggestions')
@Controller('v1/suggestions')
export class SuggestionsController {
  constructor(private readonly suggestions: SuggestionRepository) {}

  @Post()
  @HttpCode(202)
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
  @ApiResponse({ status: 404, description: 'There is no such record.', content: problemContent })
  @ApiResponse({ status: 429, description: 'Too many for now.', content: problemContent })
  async add(@Body() body: SuggestionDto): Promise<Representation> {
    const { kind, slug, text } = body;
    const result = await this.suggestions.add({ kind, slug, text });
    if (result === 'unknown') throw new NotFoundError(`There is no ${kind} named ${slug}.`);
    if (result === 'full')
      throw new TooManyError('Too much has come in this hour: try again later.');
    return asJson({ state: 'open' });
  }
}
