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

/** Facilities from a place, the nearest first. */
export function facilitiesByDistance(at: Position, facilities: Facility[]): Facility[] {
  return facilities
    .map((facility) => ({ ...facility, distance_m: distanceAndBearing(at, facility).distance_m }))
    .sort((a, b) => a.distance_m - b.distance_m);
}

/** What helps in a facility, from what is kept: without the history of codes. */
export function facilityHelp(
  facility: Facility,
  { listings, lines }: { listings: Listing[]; lines: HelpLine[] },
): FacilityHelp {
  // Who is said to work there is named whatever they do, as the server does.
  const stated = new Set(facility.served_by.map(({ organization }) => organization.slug));
  const helping = listings.filter(
    ({ status, service_types, organization }) =>
      status !== 'closed' && (service_types.includes('legal') || stated.has(organization.slug)),
  );
  const near = [
    ...nearest(helping, facility),
    ...helping.filter(({ location }) => typeof location?.latitude !== 'number'),
  ];
  return {
    facility,
    speed_dials: speedDialsAt(facility.slug, listings, lines),
    locators: lines.filter(({ locates }) => locates),
    helpers: facilityHelpers(facility, near),
  };
}

// An organization has the codes of its lines too: each code once.
function speedDialsAt(slug: string, listings: Listing[], lines: HelpLine[]): SpeedDialRecord[] {
  const known = new Map<string, SpeedDialRecord>();
  const add = (dials: SpeedDial[], record: (dial: SpeedDial) => SpeedDialRecord) => {
    for (const dial of dials) {
      if (!isDialable(dial) || !worksAt(dial, slug) || known.has(dial.code)) continue;
      known.set(dial.code, record(dial));
    }
  };
  for (const line of lines) {
    const own = { ...line, caution: line.note };
    add(line.speed_dials, (dial) => recordOf(dial, 'help_line', own));
  }
  for (const listing of listings) {
    const { slug: owner, name } = listing.organization;
    const own = { ...listing, slug: owner, name, audience: null, caution: null };
    add(listing.speed_dials, (dial) => recordOf(dial, 'organization', own));
  }
  return [...known.values()].sort(compareByTrust);
}

type Owner = Omit<
  SpeedDialRecord,
  keyof SpeedDial | 'id' | 'owner' | 'history' | 'source_date' | 'sources'
> &
  Pick<HelpLine, 'slug' | 'name' | 'source_date' | 'sources'>;

function recordOf(
  dial: SpeedDial,
  kind: SpeedDialRecord['owner']['kind'],
  owner: Owner,
): SpeedDialRecord {
  const { slug, name, audience, caution, service_types, languages, hours } = owner;
  const { phones, email, website, source_date, sources } = owner;
  return {
    ...dial,
    id: `${slug}-${dial.code.replace('#', 'hash').replace('*', 'star')}`,
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
