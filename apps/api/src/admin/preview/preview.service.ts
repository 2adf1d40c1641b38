import { Inject, Injectable } from '@nestjs/common';
import type { OrganizationWithListings } from '#contract';
import { PreviewRepository } from '#editorial';
import type { Actor } from '#identity';
import {
  type ApiClient,
  loadPage,
  type PageUrl,
  pageUrl,
  parsePageUrl,
  renderPreview,
} from '#site';
import {
  presentDirectoryEntry,
  presentListing,
} from '../../public/shared/presenters/listing.presenter.ts';
import { Clock } from '../../public/shared/state/clock.ts';
import type { SiteOptions } from '../../site/shared/site-options.ts';
import { accessOf } from '../shared/access.ts';
import { withProblems } from '../shared/editing-problems.ts';
import type { PreviewDto } from './preview.dto.ts';
import type { Preview } from './preview.schema.ts';

/** The token of the site's options; null where it was not built. */
export const PREVIEW_SITE = Symbol('PREVIEW_SITE');

/** Shows what would become of an organization, without storing anything. */
@Injectable()
export class PreviewService {
  constructor(
    private readonly previews: PreviewRepository,
    private readonly clock: Clock,
    @Inject(PREVIEW_SITE) private readonly site: SiteOptions | null,
  ) {}

  /** @throws InvalidRequestError, NotFoundError, ForbiddenError */
  async organization({ id, document, language }: PreviewDto, actor: Actor): Promise<Preview> {
    const access = accessOf(actor, 'read', 'organization');
    const now = this.clock.now();
    const { entry, listings } = await withProblems(
      this.previews.organization({ id, document }, access, now),
    );
    const texts = listings.map((listing) => presentListing(listing, now));
    const organization = JSON.parse(
      `${presentDirectoryEntry(entry, now).slice(0, -1)},"listings":[${texts.join(',')}]}`,
    ) as OrganizationWithListings;
    return { organization, html: await this.page(organization, language) };
  }

  private async page(
    organization: OrganizationWithListings,
    language: PreviewDto['language'],
  ): Promise<string | null> {
    if (!this.site) return null;
    const { api, assets } = this.site;
    const unsaved: ApiClient = async <Body>(path: string) =>
      path.startsWith('/v1/organizations/') ? (organization as Body) : await api<Body>(path);
    const url = pageUrl(language, 'organization', organization.slug);
    const address = parsePageUrl(url, '') as PageUrl;
    return renderPreview(await loadPage(address, unsaved), assets);
  }
}
