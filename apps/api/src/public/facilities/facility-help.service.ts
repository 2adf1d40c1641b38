import { Injectable } from '@nestjs/common';
import type { Facility } from '#contract';
import {
  DirectoryEntryRepository,
  EVERYWHERE,
  emptyListingFilter,
  ListingSearchRepository,
  type NearbyListing,
  type ServedDirectoryEntry,
  type ServedListing,
} from '#directory';
import { DirectoryEntryService } from '../shared/directory-entries/directory-entry.service.ts';
import { VocabularyService } from '../shared/state/vocabulary.service.ts';

const LEGAL = { ...emptyListingFilter, service: ['legal'] };
/** Enough to include every organization of a town even if some have several offices. */
const MAX_NEAREST = 60;
const MAX_LOCATORS = 50;

/** The records that help a person who is detained in a facility. */
export interface FacilityHelpRows {
  facility: Facility;
  speedDials: ServedDirectoryEntry[];
  /** Help lines that find out where a person is detained. */
  locators: ServedDirectoryEntry[];
  /** Legal help, nearest first. */
  nearest: NearbyListing[];
  /**
   * Listings of the organizations stated to work there, at any distance; `nearest` may contain
   * some.
   */
  stated: ServedListing[];
}

/** Finds help for a person who is detained in a facility. */
@Injectable()
export class FacilityHelpService {
  constructor(
    private readonly vocabulary: VocabularyService,
    private readonly entries: DirectoryEntryService,
    private readonly search: DirectoryEntryRepository,
    private readonly listings: ListingSearchRepository,
  ) {}

  /** @throws NotFoundError when there is no facility of that slug or id */
  async find(slug: string): Promise<FacilityHelpRows> {
    const row = await this.entries.one('facility', slug);
    const facility: Facility = { ...JSON.parse(row.document), distance_m: null };
    const { tags } = await this.vocabulary.current();
    const [speedDials, locators, nearest, ...stated] = await Promise.all([
      this.speedDials(facility.slug),
      this.locators(),
      this.listings.nearest(facility, MAX_NEAREST, { filter: LEGAL, tags }),
      ...facility.served_by.map(({ organization }) =>
        this.listings.ofOrganization(organization.id),
      ),
    ]);
    return { facility, speedDials, locators, nearest, stated: stated.flat() };
  }

  private async speedDials(facility: string): Promise<ServedDirectoryEntry[]> {
    const { tags } = await this.vocabulary.current();
    const here = tags.term('works_at', [EVERYWHERE, facility]);
    const usable = tags.term('dial_status', ['working', 'unverified']);
    return await this.search.all({ kind: 'speed_dial', tags: `${here}&${usable}` });
  }

  private async locators(): Promise<ServedDirectoryEntry[]> {
    const { tags } = await this.vocabulary.current();
    return await this.search.page(
      { kind: 'help_line', tags: tags.term('locates', ['person']), words: null },
      { from: null, limit: MAX_LOCATORS },
    );
  }
}
