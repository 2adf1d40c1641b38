import { Body, Controller, Delete, Get, HttpCode, Param, Post, UseGuards } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '#identity';
import { asJson, type Representation } from '../../http/negotiation/representation.ts';
import { AdminGuard } from '../shared/admin.guard.ts';
import { ApiAdmin } from '../shared/api-admin.decorator.ts';
import { CurrentActor } from '../shared/current-actor.decorator.ts';
import { Requires } from '../shared/requires.decorator.ts';
import { UuidPipe } from '../shared/uuid.pipe.ts';
import { SavedViewDto } from './saved-view.dto.ts';
import {
  newSavedViewComponent,
  removedViewComponent,
  savedViewComponent,
  savedViewsComponent,
} from './saved-view.schema.ts';
import { SavedViewsService } from './saved-views.service.ts';

@ApiTags('Editing')
@Controller('v1/admin/saved-views')
@UseGuards(AdminGuard)
export class SavedViewsController {
  constructor(private readonly views: SavedViewsService) {}

  @Get()
  @Requires('read', 'organization')
  @ApiAdmin({ summary: 'Your views of the list of records.', response: savedViewsComponent })
  async list(@CurrentActor() actor: Actor): Promise<Representation> {
    return asJson(await this.views.list(actor));
  }

  @Post()
  @HttpCode(200)
  @Requires('read', 'organization')
  @ApiAdmin({
    ...{ summary: 'Store a view; one of the same name is replaced.', response: savedViewComponent },
    body: newSavedViewComponent,
  })
  async store(@Body() view: SavedViewDto, @CurrentActor() actor: Actor): Promise<Representation> {
    return asJson(await this.views.store(view, actor));
  }

  @Delete(':id')
  @Requires('read', 'organization')
  @ApiAdmin({ summary: 'Remove a view.', response: removedViewComponent })
  async remove(
    @Param('id', UuidPipe) id: string,
    @CurrentActor() actor: Actor,
  ): Promise<Representation> {
    return asJson(await this.views.remove(id, actor));
  }
}
