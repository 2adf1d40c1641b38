import type { Facility, HelpLine } from '../directory/directory.ts';
import type { Listing } from '../listing/listing.ts';
import type { Phone, SourceNote, SpeedDial } from '../listing/record-parts.ts';
import type { FacilityServer, Statement } from '../listing/statement.ts';
import type { Evidence, LanguageCode, SpeedDialStatus } from '../vocabulary/codes.ts';

/** An event in the history of a speed dial code, with its source. */
export interface SpeedDialEvent {
  /** The new status; null if the event is not known to have changed the status. */
  status: SpeedDialStatus | null;
  /** ISO 8601 date, as precise as the source gives it. */
  date: string;
  what: string;
  source_url: string | null;
}

/** The complete record of a speed dial code, with everything needed to use and to assess it. */
export interface SpeedDialRecord extends SpeedDial {
  id: string;
  /** The organization or help line that answers. */
  owner: { kind: 'help_line' | 'organization'; slug: string; name: string };
  audience: string | null;
  /** What a caller should know first, such as who runs the line. */
  caution: string | null;
  service_types: string[];
  languages: LanguageCode[];
  /** In words, as the source gives them. */
  hours: string | null;
  /** Ordinary numbers, for callers outside detention. */
  phones: Phone[];
  email: string | null;
  website: string | null;
  /** Oldest first. */
  history: SpeedDialEvent[];
  source_date: string | null;
  sources: SourceNote[];
}

/** An organization that may help in a facility, and the evidence for it. */
export interface FacilityHelper {
  evidence: Evidence;
  /** The statement of a source; null unless `evidence` is `stated`. */
  stated: Statement | null;
  /**
   * The organization's nearest place to the facility; `distance_m` is measured from the facility.
   */
  listing: Listing;
}

/** Help for a person who is detained in a facility, and for people who search for them. */
export interface FacilityHelp {
  facility: Facility;
  /** Codes that may work on its phones: neither blocked nor retired. */
  speed_dials: SpeedDialRecord[];
  /** Help lines that find out where a person is detained. */
  locators: HelpLine[];
  /** Legal help: first stated, then in the same town, then the nearest. */
  helpers: FacilityHelper[];
}

/** True for a code that is not known to be out of use. */
export function isDialable({ status }: Pick<SpeedDial, 'status'>): boolean {
  return status === 'working' || status === 'unverified';
}

/** True for a code that works in every facility, or in this one. */
export function worksAt({ scope }: Pick<SpeedDial, 'scope'>, facility: string): boolean {
  return scope === null || scope.includes(facility);
}

/** Sorts lines with a caution for callers, such as that of the detaining agency, last. */
export function compareByTrust(a: SpeedDialRecord, b: SpeedDialRecord): number {
  return (
    Number(a.caution !== null) - Number(b.caution !== null) ||
    a.owner.name.localeCompare(b.owner.name)
  );
}

const SAME_CITY = 5;
const NEAREST = 5;
/** The number of names that fit on one screen. */
const MIN_NEAREST = 3;

/**
 * Selects organizations that may help in a facility, each one once, most certain first: those
 * stated by a source, then legal help in the same town, then the nearest legal help in the same
 * country. Within each group the nearest come first.
 *
 * @param near legal help that has not closed, nearest to the facility first, with distances
 *   measured from the facility; help without a place may be at the end
 */
export function facilityHelpers(
  { city, region, country, served_by }: Pick<Facility, 'city' | 'region' | 'country' | 'served_by'>,
  near: Listing[],
): FacilityHelper[] {
  const taken = new Set<string>();
  const select = (listings: Listing[], max: number): Listing[] => {
    const selected: Listing[] = [];
    for (const listing of listings) {
      if (selected.length === max || taken.has(listing.organization.slug)) continue;
      taken.add(listing.organization.slug);
      selected.push(listing);
    }
    return selected;
  };
  const statements = new Map(served_by.map((one) => [one.organization.slug, one]));
  const stated = select(
    near.filter(({ organization }) => statements.has(organization.slug)),
    served_by.length,
  ).map((listing): FacilityHelper => {
    const { statement, source_url, as_of } = statements.get(
      listing.organization.slug,
    ) as FacilityServer;
    return { evidence: 'stated', stated: { statement, source_url, as_of }, listing };
  });
  const sameCity = select(
    near.filter(({ location }) => location?.city === city && location.region === region),
    SAME_CITY,
  );
  const known = stated.length + sameCity.length;
  const nearest = select(
    near.filter(({ location }) => location?.country === country),
    Math.max(NEAREST - known, MIN_NEAREST - stated.length, 0),
  );
  const withoutStatement = (evidence: Evidence) => (listing: Listing) => ({
    evidence,
    stated: null,
    listing,
  });
  return [
    ...stated,
    ...sameCity.map(withoutStatement('same-city')),
    ...nearest.map(withoutStatement('nearest')),
  ];
}
