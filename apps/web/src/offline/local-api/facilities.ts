import {
  compareByTrust,
  type Facility,
  type FacilityHelp,
  facilityHelpers,
  type HelpLine,
  isDialable,
  type Listing,
  type SpeedDial,
  type SpeedDialRecord,
  worksAt,
} from '#contract';
import { distanceAndBearing, nearest, type Position } from './ground-distance.ts';

/** Sorts facilities by distance from a position, nearest first. */
export function facilitiesByDistance(at: Position, facilities: Facility[]): Facility[] {
  return facilities
    .map((facility) => ({ ...facility, distance_m: distanceAndBearing(at, facility).distance_m }))
    .sort((a, b) => a.distance_m - b.distance_m);
}

/** Builds the help for a facility from the copy, which does not contain the history of codes. */
export function facilityHelp(
  facility: Facility,
  { listings, lines }: { listings: Listing[]; lines: HelpLine[] },
): FacilityHelp {
  // Like on the server, organizations stated to work there are included with any service.
  const stated = new Set(facility.served_by.map(({ organization }) => organization.slug));
  const helping = listings.filter(
    ({ status, service_types, organization }) =>
      status !== 'closed' && (service_types.includes('legal') || stated.has(organization.slug)),
  );
  const near = [
    ...nearest(helping, facility),
    ...helping.filter(({ location }) => typeof location?.latitude !== 'number'),
  ].sort((a, b) => distanceOf(a) - distanceOf(b) || a.slug.localeCompare(b.slug));
  return {
    facility,
    speed_dials: speedDialsAt(facility.slug, listings, lines),
    locators: lines.filter(({ locates }) => locates),
    helpers: facilityHelpers(facility, near),
  };
}

/** To the tenth of a meter, as the server sorts them. */
function distanceOf({ distance_m }: Listing): number {
  return distance_m === null ? Number.POSITIVE_INFINITY : Math.round(distance_m * 10) / 10;
}

// Organizations also have the codes of their lines; each code is returned once.
function speedDialsAt(slug: string, listings: Listing[], lines: HelpLine[]): SpeedDialRecord[] {
  const known = new Map<string, SpeedDialRecord>();
  const add = (speedDials: SpeedDial[], record: (speedDial: SpeedDial) => SpeedDialRecord) => {
    for (const speedDial of speedDials) {
      if (!isDialable(speedDial) || !worksAt(speedDial, slug) || known.has(speedDial.code))
        continue;
      known.set(speedDial.code, record(speedDial));
    }
  };
  for (const line of lines) {
    const owner = { ...line, caution: line.note };
    add(line.speed_dials, (speedDial) => recordOf(speedDial, 'help_line', owner));
  }
  for (const listing of listings) {
    const { slug: ownerSlug, name } = listing.organization;
    const owner = { ...listing, slug: ownerSlug, name, audience: null, caution: null };
    add(listing.speed_dials, (speedDial) => recordOf(speedDial, 'organization', owner));
  }
  return [...known.values()].sort(compareByTrust);
}

type Owner = Omit<
  SpeedDialRecord,
  keyof SpeedDial | 'id' | 'owner' | 'history' | 'source_date' | 'sources'
> &
  Pick<HelpLine, 'slug' | 'name' | 'source_date' | 'sources'>;

function recordOf(
  speedDial: SpeedDial,
  kind: SpeedDialRecord['owner']['kind'],
  owner: Owner,
): SpeedDialRecord {
  const { slug, name, audience, caution, service_types, languages, hours } = owner;
  const { phones, email, website, source_date, sources } = owner;
  return {
    ...speedDial,
    id: `${slug}-${speedDial.code.replace('#', 'hash').replace('*', 'star')}`,
    owner: { kind, slug, name },
    audience,
    caution,
    service_types,
    languages,
    hours,
    phones,
    email,
    website,
    history: [],
    source_date,
    sources,
  };
}
