import { Body, Controller, HttpCode, Post, UseGuards } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { PlaceCheckRepository } from '#editorial';
import { asJson, type Representation } from '../../http/negotiation/representation.ts';
import { AdminGuard } from '../shared/admin.guard.ts';
import { ApiAdmin } from '../shared/api-admin.decorator.ts';
import { Requires } from '../shared/requires.decorator.ts';
import { PlaceCheckDto } from './place-check.dto.ts';
import { placeCheckComponent, placeWarningsComponent } from './places.schema.ts';

@ApiTags('Editing')
@Controller('v1/admin/place-checks')
@UseGuards(AdminGuard)
export class PlaceChecksController {
  constructor(private readonly places: PlaceCheckRepository) {}

  @Post()
  @HttpCode(200)
  @Requires('read', 'organization')
  @ApiAdmin({
    summary: 'What may be wrong with the point of a place. Nothing of it is stored.',
    body: placeCheckComponent,
    response: placeWarningsComponent,
  })
  async check(@Body() body: PlaceCheckDto): Promise<Representation> {
    return asJson({ warnings: await this.places.warnings(body) });
  }
}
