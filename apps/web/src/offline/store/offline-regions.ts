import { MAX_SNAPSHOT_LISTINGS, type Region } from '#contract';

/** What a device keeps without being asked. */
const MAX_LISTINGS = 2_000;

/**
 * The regions that a reader can choose between, in the page's order. Groups are made of them, and
 * help for a whole country is always kept: wherever somebody is, it is for them.
 */
export function selectableRegions(regions: Region[]): Region[] {
  return regions.filter(({ kind }) => kind === 'state');
}

/**
 * How many listings some regions have: at most, because help without a place counts in each of the
 * states that it serves. A group adds nothing to its members.
 */
export function listingCount(regions: Region[]): number {
  return regions.reduce((sum, { kind, count }) => sum + (kind === 'group' ? 0 : count), 0);
}

/** Whether the directory is too long to be kept whole by everybody. */
export function isLargeDirectory(regions: Region[]): boolean {
  return listingCount(regions) > MAX_LISTINGS;
}

/**
 * The codes of the regions that the copy on a device is to hold, in alphabetical order; none: all.
 *
 * @param regions of the whole directory, in the page's order
 * @param chosen codes; no state among them: as many whole states as fit, and those after one that does not fit too
 */
export function fittingRegions(regions: Region[], chosen: string[]): string[] {
  if (!isLargeDirectory(regions)) return [];
  const ofCountries = codesOf(countriesOf(regions));
  const states = chosen.filter((code) => !ofCountries.includes(code));
  const kept = states.length > 0 ? states : codesOf(fitting(regions, MAX_LISTINGS));
  return [...new Set([...ofCountries, ...kept])].sort();
}

/** What is left of a choice that has grown past what the server gives at once. */
export function regionsThatStillFit(regions: Region[], chosen: string[]): string[] {
  const wanted = regions.filter(({ code, kind }) => kind === 'country' || chosen.includes(code));
  return codesOf(fitting(wanted, MAX_SNAPSHOT_LISTINGS));
}

/** Whole states that fit beside what is for a whole country, in the page's order. */
function fitting(regions: Region[], most: number): Region[] {
  let left = most - listingCount(countriesOf(regions));
  return selectableRegions(regions).filter(({ count }) => {
    if (count > left) return false;
    left -= count;
    return true;
  });
}

function countriesOf(regions: Region[]): Region[] {
  return regions.filter(({ kind }) => kind === 'country');
}

function codesOf(regions: Region[]): string[] {
  return regions.map(({ code }) => code);
}
