import { Controller, Get, Param, Query, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { PublicData } from '../../http/cache/response-policy.ts';
import { JSON_TYPE, Representation } from '../../http/negotiation/representation.ts';
import {
  ApiFormerNames,
  ApiJsonResponse,
  ApiPathName,
} from '../../http/openapi/api-response.decorator.ts';
import { NamePipe } from '../../http/problems/name.pipe.ts';
import { changesOfKind, changesOfRecord } from '../shared/concerns/concerns.ts';
import { DirectoryEntryService } from '../shared/directory-entries/directory-entry.service.ts';
import { FieldSelection } from '../shared/fields/field-selection.ts';
import { NoParametersDto } from '../shared/paging/page.dto.ts';
import { pageLinks } from '../shared/paging/page-links.ts';
import {
  presentDirectoryEntry,
  presentListing,
  presentPage,
} from '../shared/presenters/listing.presenter.ts';
import { Clock } from '../shared/state/clock.ts';
import {
  organizationPageComponent,
  organizationResource,
  organizationWithListingsComponent,
} from './organization.schema.ts';
import { OrganizationsDto } from './organizations.dto.ts';

@ApiTags('Directory')
@Controller('v1/organizations')
export class OrganizationsController {
  constructor(
    private readonly entries: DirectoryEntryService,
    private readonly clock: Clock,
  ) {}

  @Get()
  @PublicData()
  @ApiJsonResponse('Organizations by name.', organizationPageComponent)
  async page(
    @Query() query: OrganizationsDto,
    @Req() { url }: FastifyRequest,
  ): Promise<Representation> {
    const selection = new FieldSelection(organizationResource, query);
    const page = await this.entries.page('organization', query, selection.shape);
    const texts = page.rows.map((row) =>
      selection.present(presentDirectoryEntry(row, this.clock.now())),
    );
    const links = pageLinks(url, page);
    return presentPage(texts, page.next, links).concernedBy(changesOfKind('organization'));
  }

  @Get(':slug')
  @PublicData()
  @ApiFormerNames()
  @ApiPathName('slug', 'An organization, by slug or id.', 'annunciation-house')
  @ApiJsonResponse(
    'One organization with all its listings, closed ones too.',
    organizationWithListingsComponent,
  )
  async one(
    @Param('slug', NamePipe) slug: string,
    @Query() _query: NoParametersDto,
  ): Promise<Representation> {
    const { row, listings } = await this.entries.organization(slug);
    const now = this.clock.now();
    const texts = listings.map((listing) => presentListing(listing, now));
    const entry = presentDirectoryEntry(row, now).slice(0, -1);
    const body = `${entry},"listings":[${texts.join(',')}]}`;
    const concern = changesOfRecord('organization', row.id);
    return new Representation(JSON_TYPE, body).concernedBy(concern);
  }
}
