import { Injectable } from '@nestjs/common';
import {
  byTrust,
  type Facility,
  type FacilityHelp,
  facilityHelpers,
  type HelpLine,
  type Listing,
  type SpeedDialRecord,
} from '#contract';
import {
  DirectoryEntryRepository,
  EVERYWHERE,
  emptyListingFilter,
  ListingSearchRepository,
  type ServedListing,
} from '#directory';
import { geodesic, type Point } from '#geo';
import { Clock } from '../shared/clock.ts';
import { DirectoryEntryService } from '../shared/directory-entries/directory-entry.service.ts';
import {
  presentDirectoryEntry,
  presentListing,
  presentNearbyListing,
} from '../shared/presenters/listing.presenter.ts';
import { VocabularyService } from '../shared/vocabulary.service.ts';

const LEGAL = { ...emptyListingFilter, service: ['legal'] };
/** Enough to find each organization of a town, with several offices, among them. */
const NEAREST_READ = 60;
const MOST_LINES = 50;

/** What helps a person who is held in a facility. */
@Injectable()
export class FacilityHelpService {
  constructor(
    private readonly clock: Clock,
    private readonly vocabulary: VocabularyService,
    private readonly cards: DirectoryEntryService,
    private readonly search: DirectoryEntryRepository,
    private readonly listings: ListingSearchRepository,
  ) {}

  /** @throws NotFoundError when there is no facility of that slug or id */
  async answer(slug: string): Promise<FacilityHelp> {
    const row = await this.cards.one('facility', slug);
    const facility: Facility = { ...JSON.parse(row.document), distance_m: null };
    const [speed_dials, locators, near] = await Promise.all([
      this.speedDials(facility.slug),
      this.locators(),
      this.near(facility),
    ]);
    return { facility, speed_dials, locators, helpers: facilityHelpers(facility, near) };
  }

  private async speedDials(facility: string): Promise<SpeedDialRecord[]> {
    const { tags } = await this.vocabulary.current();
    const here = tags.term('works_at', [EVERYWHERE, facility]);
    const usable = tags.term('dial_status', ['working', 'unverified']);
    const rows = await this.search.all({ kind: 'speed_dial', tags: `${here}&${usable}` });
    return rows.map(({ document }) => JSON.parse(document)).sort(byTrust);
  }

  private async locators(): Promise<HelpLine[]> {
    const { tags } = await this.vocabulary.current();
    const rows = await this.search.page(
      { kind: 'help_line', tags: tags.term('locates', ['person']), words: null },
      { from: null, limit: MOST_LINES },
    );
    const now = this.clock.now();
    return rows.map((line) => JSON.parse(presentDirectoryEntry(line, now)));
  }

  /** Legal help that has not closed, the nearest first; what is stated stands in it however far. */
  private async near(facility: Facility): Promise<Listing[]> {
    const { tags } = await this.vocabulary.current();
    const now = this.clock.now();
    const [nearest, ...stated] = await Promise.all([
      this.listings.nearest(facility, NEAREST_READ, { filter: LEGAL, tags }),
      ...facility.served_by.map(({ organization }) =>
        this.listings.ofOrganization(organization.id),
      ),
    ]);
    const read = new Set(nearest.map(({ listing }) => listing.id));
    const others = stated.flat().filter(({ id }) => !read.has(id));
    const listings: Listing[] = [
      ...nearest.map((near) => JSON.parse(presentNearbyListing(near, now))),
      ...others.map((listing) => seenFrom(facility, listing, now)),
    ];
    return listings
      .filter(({ status }) => status !== 'closed')
      .sort((a, b) => far(a) - far(b) || a.slug.localeCompare(b.slug));
  }
}

function seenFrom(facility: Point, listing: ServedListing, now: Date): Listing {
  if (listing.longitude === null) return JSON.parse(presentListing(listing, now));
  const way = geodesic(facility, listing as Point);
  return JSON.parse(presentNearbyListing({ listing, ...way }, now));
}

function far({ distance_m }: Listing): number {
  return distance_m ?? Number.POSITIVE_INFINITY;
}
