import { MAX_SNAPSHOT_LISTINGS, type Region } from '#contract';

/** The number of listings that a device stores by default. */
const MAX_DEFAULT_LISTINGS = 2_000;

/**
 * Returns the regions that a visitor can choose, in display order: the states. Groups consist of
 * states, and nationwide help is always stored.
 */
export function selectableRegions(regions: Region[]): Region[] {
  return regions.filter(({ kind }) => kind === 'state');
}

/**
 * Returns the maximum number of listings in regions; help without a place counts in each state that
 * it serves. Groups are not counted in addition to their members.
 */
export function listingCount(regions: Region[]): number {
  return regions.reduce((sum, { kind, count }) => sum + (kind === 'group' ? 0 : count), 0);
}

/** Whether the directory is too large to be stored completely by default. */
export function isLargeDirectory(regions: Region[]): boolean {
  return listingCount(regions) > MAX_DEFAULT_LISTINGS;
}

/**
 * Returns the codes of the regions to store on a device, in alphabetical order; empty: all.
 *
 * @param regions of the complete directory, in display order
 * @param chosen codes; without any state: all states that fit within the default, in display order
 */
export function fittingRegions(regions: Region[], chosen: string[]): string[] {
  if (!isLargeDirectory(regions)) return [];
  const countryCodes = codesOf(countriesOf(regions));
  const states = chosen.filter((code) => !countryCodes.includes(code));
  const selected =
    states.length > 0 ? states : codesOf(statesWithin(regions, MAX_DEFAULT_LISTINGS));
  return [...new Set([...countryCodes, ...selected])].sort();
}

/** Reduces a selection that has become too large for a single snapshot. */
export function regionsThatStillFit(regions: Region[], chosen: string[]): string[] {
  const wanted = regions.filter(({ code, kind }) => kind === 'country' || chosen.includes(code));
  return codesOf(statesWithin(wanted, MAX_SNAPSHOT_LISTINGS));
}

/** Returns the states that fit in addition to nationwide help, in display order. */
function statesWithin(regions: Region[], max: number): Region[] {
  let remaining = max - listingCount(countriesOf(regions));
  return selectableRegions(regions).filter(({ count }) => {
    if (count > remaining) return false;
    remaining -= count;
    return true;
  });
}

function countriesOf(regions: Region[]): Region[] {
  return regions.filter(({ kind }) => kind === 'country');
}

function codesOf(regions: Region[]): string[] {
  return regions.map(({ code }) => code);
}
