import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { PublicData } from '../../http/cache/response-policy.ts';
import { asJson, type Representation } from '../../http/negotiation/representation.ts';
import {
  ApiFormerNames,
  ApiJsonResponse,
  ApiPathName,
} from '../../http/openapi/api-response.decorator.ts';
import { NamePipe } from '../../http/problems/name.pipe.ts';
import { changesOfKind } from '../shared/concerns/concerns.ts';
import { Clock } from '../shared/state/clock.ts';
import { guideComponent, guidePageComponent } from './guide.schema.ts';
import { GuideDto, GuidesDto } from './guides.dto.ts';
import { presentGuide, presentGuideSummary } from './guides.presenter.ts';
import { GuidesService } from './guides.service.ts';

@ApiTags('Guides')
@Controller('v1/guides')
export class GuidesController {
  constructor(
    private readonly guides: GuidesService,
    private readonly clock: Clock,
  ) {}

  @Get()
  @PublicData()
  @ApiJsonResponse(
    'Guides, each with its status and the date of what it tells. None is legal advice.',
    guidePageComponent,
  )
  async page(@Query() { language = 'en', whole }: GuidesDto): Promise<Representation> {
    const present = whole ? presentGuide : presentGuideSummary;
    const rows = await this.guides.all();
    const items = rows.map((row) => present(row, language, this.clock.now()));
    return asJson({ items, next: null }).concernedBy(changesOfKind('guide'));
  }

  @Get(':slug')
  @PublicData()
  @ApiFormerNames()
  @ApiPathName('slug', 'A guide, by its slug.', 'what-asylum-is')
  @ApiJsonResponse('One guide, with what changed since it was written.', guideComponent)
  async one(
    @Param('slug', NamePipe) slug: string,
    @Query() { language = 'en' }: GuideDto,
  ): Promise<Representation> {
    const row = await this.guides.one(slug);
    const guide = presentGuide(row, language, this.clock.now());
    return asJson(guide).concernedBy(changesOfKind('guide'));
  }
}
