import type {
  Facets,
  FacilityHelp,
  Guide,
  GuideSummary,
  HelpLine,
  Listing,
  OrganizationWithListings,
  Region,
  ServiceType,
  Statistics,
  TileOffer,
} from '#contract';
import type { SearchResults } from '../api-client/listing-search.ts';
import type { ApiState } from '../api-client/use-api.ts';
import type { Report } from '../components/report-problem/report-fields.tsx';
import type { Vocabulary } from '../i18n/vocabulary.tsx';
import type { FacilitySearchResults } from '../routes/facilities/load-facilities.ts';
import type { GuideHelp } from '../routes/guides/load-guide-help.ts';
import type { Booklet } from '../routes/print/load-booklet.ts';
import type { PageUrl } from '../urls/page-url.ts';

/** The data of each page in addition to the vocabulary; empty for pages with only fixed texts. */
interface PageContents {
  search: { answered: ApiState<SearchResults>; facets: Facets | null };
  listing: { listing: Listing };
  organization: { organization: OrganizationWithListings };
  state: { region: Region; found: SearchResults };
  print: { region: Region; booklet: Booklet };
  service: { service: ServiceType; found: SearchResults };
  facility: { help: FacilityHelp };
  wallet: { help: FacilityHelp /** ISO 8601 date. */; made: string };
  facilities: { found: FacilitySearchResults };
  guides: { guides: GuideSummary[] };
  guide: { guide: Guide; help: GuideHelp };
  'help-lines': { lines: HelpLine[] };
  data: { statistics: Statistics };
  told: { report: Report };
  about: object;
  privacy: object;
  saved: object;
  missing: object;
}

export type PageName = keyof PageContents;

/** The data of one page, loaded before it is rendered. */
export type DataOf<Name extends PageName> = { page: Name } & PageContents[Name];

/** The data of any page, loaded before it is rendered. */
export type PageData = { [Name in PageName]: DataOf<Name> }[PageName];

/** Everything needed to render a page, on the server and again in the browser. */
export interface LoadedPage {
  address: PageUrl;
  /** Status of the HTTP response. */
  status: number;
  vocabulary: Vocabulary;
  data: PageData;
  /**
   * The street tiles that its map can use; null without a map or tiles.
   */
  streets: TileOffer | null;
}
