import { Controller, Get, Inject, UseGuards } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { ConsoleTiles } from '#contract';
import { asJson, type Representation } from '../../http/negotiation/representation.ts';
import { AdminGuard } from '../shared/admin.guard.ts';
import { ApiAdmin } from '../shared/api-admin.decorator.ts';
import { Requires } from '../shared/requires.decorator.ts';
import { consoleTilesComponent } from './places.schema.ts';

export const CONSOLE_TILES = Symbol('CONSOLE_TILES');

@ApiTags('Editing')
@Controller('v1/admin/map-tiles')
@UseGuards(AdminGuard)
export class ConsoleTilesController {
  constructor(@Inject(CONSOLE_TILES) private readonly tiles: ConsoleTiles) {}

  @Get()
  @Requires('read', 'organization')
  @ApiAdmin({
    summary: 'The street tiles that maps of places can use.',
    response: consoleTilesComponent,
  })
  offers(): Representation {
    return asJson(this.tiles);
  }
}
