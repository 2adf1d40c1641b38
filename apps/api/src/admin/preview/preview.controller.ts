import { Body, Controller, HttpCode, Post, UseGuards } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '#identity';
import { asJson, type Representation } from '../../http/negotiation/representation.ts';
import { AdminGuard } from '../shared/admin.guard.ts';
import { ApiAdmin } from '../shared/api-admin.decorator.ts';
import { CurrentActor } from '../shared/current-actor.decorator.ts';
import { Requires } from '../shared/requires.decorator.ts';
import { PreviewDto } from './preview.dto.ts';
import { previewComponent, previewRequestComponent } from './preview.schema.ts';
import { PreviewService } from './preview.service.ts';

@ApiTags('Editing')
@Controller('v1/admin/previews')
@UseGuards(AdminGuard)
export class PreviewController {
  constructor(private readonly previews: PreviewService) {}

  @Post()
  @HttpCode(200)
  @Requires('read', 'organization')
  @ApiAdmin({
    summary: 'What the public would get of an organization. Nothing of it is stored.',
    body: previewRequestComponent,
    response: previewComponent,
  })
  async organization(
    @Body() body: PreviewDto,
    @CurrentActor() actor: Actor,
  ): Promise<Representation> {
    return asJson(await this.previews.organization(body, actor));
  }
}
