import type { Facility, HelpLine } from '../directory/directory.ts';
import type { Listing, Phone, SourceNote, SpeedDial } from '../listing/listing.ts';
import type { FacilityServer, Statement } from '../listing/statement.ts';
import type { Evidence, LanguageCode, SpeedDialStatus } from '../vocabulary/codes.ts';

/** What happened to a code, and who says so. */
export interface SpeedDialEvent {
  /** What it became; null: told, and not known to have changed what the code does. */
  status: SpeedDialStatus | null;
  /** ISO 8601 date, as precise as the source gives it. */
  date: string;
  what: string;
  source_url: string | null;
}

/** A code by itself, with all that is needed to use it, and to doubt it. */
export interface SpeedDialRecord extends SpeedDial {
  id: string;
  /** Who answers. */
  owner: { kind: 'help_line' | 'organization'; slug: string; name: string };
  audience: string | null;
  /** What a caller should know first, such as who runs the line. */
  caution: string | null;
  service_types: string[];
  languages: LanguageCode[];
  /** In words, as the source gives them. */
  hours: string | null;
  /** For those who are outside: the ordinary numbers. */
  phones: Phone[];
  email: string | null;
  website: string | null;
  /** The oldest first. */
  history: SpeedDialEvent[];
  source_date: string | null;
  sources: SourceNote[];
}

/** An organization that may help in a facility, and how that is known. */
export interface FacilityHelper {
  evidence: Evidence;
  /** What a source says; null unless `evidence` is `stated`. */
  stated: Statement | null;
  /** Its nearest place to the facility; `distance_m` is measured from there. */
  listing: Listing;
}

/** What helps a person who is held in a facility, and those who look for them. */
export interface FacilityHelp {
  facility: Facility;
  /** Codes that may work on its phones: neither blocked nor retired. */
  speed_dials: SpeedDialRecord[];
  /** How to find a person who is held. */
  locators: HelpLine[];
  /** Legal help: first what is stated, then the same town, then the nearest. */
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

/** Lines of which a caller should know something first, such as that of the detaining agency, are last. */
export function byTrust(a: SpeedDialRecord, b: SpeedDialRecord): number {
  return (
    Number(a.caution !== null) - Number(b.caution !== null) ||
    a.owner.name.localeCompare(b.owner.name)
  );
}

const SAME_CITY = 5;
const NEAREST = 5;
/** As many names as fit on one screen, unless more are stated. */
const MIN_NEAREST = 3;

/**
 * Who may help in a facility, each organization once, by how sure that is: what a source states,
 * then legal help in the same town, then the nearest legal help of the same country. Within each the
 * nearest first.
 *
 * @param near legal help that has not closed, the nearest to the facility first, distances measured
 *   from there; help without a place may stand at its end
 */
export function facilityHelpers(
  { city, region, country, served_by }: Pick<Facility, 'city' | 'region' | 'country' | 'served_by'>,
  near: Listing[],
): FacilityHelper[] {
  const taken = new Set<string>();
  const take = (listings: Listing[], most: number): Listing[] => {
    const own: Listing[] = [];
    for (const listing of listings) {
      if (own.length === most || taken.has(listing.organization.slug)) continue;
      taken.add(listing.organization.slug);
      own.push(listing);
    }
    return own;
  };
  const statements = new Map(served_by.map((one) => [one.organization.slug, one]));
  const stated = take(
    near.filter(({ organization }) => statements.has(organization.slug)),
    served_by.length,
  ).map((listing): FacilityHelper => {
    const { statement, source_url, as_of } = statements.get(
      listing.organization.slug,
    ) as FacilityServer;
    return { evidence: 'stated', stated: { statement, source_url, as_of }, listing };
  });
  const there = take(
    near.filter(({ location }) => location?.city === city && location.region === region),
    SAME_CITY,
  );
  const known = stated.length + there.length;
  const nearest = take(
    near.filter(({ location }) => location?.country === country),
    Math.max(NEAREST - known, MIN_NEAREST - stated.length, 0),
  );
  const plain = (evidence: Evidence) => (listing: Listing) => ({ evidence, stated: null, listing });
  return [...stated, ...there.map(plain('same-city')), ...nearest.map(plain('nearest'))];
}
