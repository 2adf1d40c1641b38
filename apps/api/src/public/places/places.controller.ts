import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { PlaceRepository } from '#directory';
import { PublicData } from '../../http/cache/response-policy.ts';
import { asJson, type Representation } from '../../http/negotiation/representation.ts';
import { ApiJsonResponse } from '../../http/openapi/api-response.decorator.ts';
import { RequestSignal } from '../../http/routing/request-signal.ts';
import { noChange } from '../shared/concerns/concerns.ts';
import { placePageComponent } from './place.schema.ts';
import { PlacesDto } from './places.dto.ts';

const DEFAULT_LIMIT = 8;

@ApiTags('Vocabulary')
@Controller('v1/places')
export class PlacesController {
  constructor(private readonly places: PlaceRepository) {}

  @Get()
  @PublicData()
  @ApiJsonResponse(
    'Places that a text may mean or begin, the likeliest first. Accents, case and one typo are forgiven.',
    placePageComponent,
  )
  async search(
    @Query() { q, limit }: PlacesDto,
    @RequestSignal() signal: AbortSignal,
  ): Promise<Representation> {
    const items = await this.places.search(q, { limit: limit ?? DEFAULT_LIMIT, signal });
    return asJson({ items, next: null }).concernedBy(noChange);
  }
}
