import type { Listing } from '#contract';
import type { DirectoryChange, ServedListing } from '#directory';
import { type BoundingBox, geodesic, longitudeSpans, type Point } from '#geo';
import type { Concern } from '../../../http/cache/concern.ts';
import type { ParsedListingFilter } from '../listing-filter/listing-filter.service.ts';

/** Points of changes are known to a meter. */
const MARGIN_METERS = 2;
const MARGIN_DEGREES = 0.000_02;

/** Where the listings of a response are: in a box, or no farther from a point than some meters. */
export type Area = { box: BoundingBox } | { point: Point; meters: number };

/** No change: what comes with the program. */
export const noChange: Concern = () => false;

/** Changes to any record of a kind. */
export function changesOfKind(kind: string): Concern {
  return (change) => change.kind === kind;
}

/** Changes to one record. */
export function changesOfRecord(kind: string, id: string): Concern {
  return (change) => change.kind === kind && change.id === id;
}

/** Changes to the organization of a listing. @param listing read in full */
export function changesOfListing({ document }: ServedListing): Concern {
  const { organization }: Pick<Listing, 'organization'> = JSON.parse(document);
  return changesOfRecord('organization', organization.id);
}

/** Changes to how many open listings there are with each tag. */
export const changesOfCounts: Concern = ({ kind, listings }) =>
  kind === 'organization' && (listings?.countsChanged ?? true);

/**
 * Changes to listings that match a filter, or matched it.
 *
 * @param area where they are; null: anywhere
 */
export function changesOfListings(query: ParsedListingFilter, area: Area | null): Concern {
  const unmatched = unmatchedTerms(query);
  return (change) =>
    unmatched(change) === 0 && (area === null || change.listings === null || isIn(area, change));
}

/** Changes to the counts of what would be found with another value of one of the filters. */
export function changesOfFacets(query: ParsedListingFilter): Concern {
  const unmatched = unmatchedTerms(query);
  const { openAt, openAtLocal, verifiedSince } = query.filter;
  const hasTimes = [openAt, openAtLocal, verifiedSince].some((value) => value !== null);
  return (change) => unmatched(change) <= 1 && (hasTimes || changesOfCounts(change));
}

/** Changes to listings without a point, which are near nowhere and everywhere. */
export const changesOfUnplaced: Concern = ({ kind, listings }) =>
  kind === 'organization' && (listings?.hasUnplaced ?? true);

/** Changes that one of several concerns. */
export function anyOf(concerns: Concern[]): Concern {
  return (change) => concerns.some((concerns) => concerns(change));
}

/** Returns how many filters no listing of a change matches; infinitely many for another record. */
function unmatchedTerms({ filter, tags }: ParsedListingFilter) {
  const terms = tags.terms(filter);
  // A code that no record has yet gets its number with the first one that has it.
  const canBeTold = !tags.hasUnused(terms);
  return ({ kind, listings }: DirectoryChange): number => {
    if (kind !== 'organization') return Number.POSITIVE_INFINITY;
    if (!listings || !canBeTold) return 0;
    return terms.filter((numbers) => !numbers.some((number) => listings.tags.has(number))).length;
  };
}

function isIn(area: Area, { listings }: DirectoryChange): boolean {
  if (!listings) return true;
  if ('box' in area) return listings.points.some((point) => contains(area.box, point));
  return listings.points.some(
    (point) => geodesic(area.point, point).distance_m <= area.meters + MARGIN_METERS,
  );
}

function contains(box: BoundingBox, { longitude, latitude }: Point): boolean {
  const isWithin = (value: number, from: number, to: number): boolean =>
    from - MARGIN_DEGREES <= value && value <= to + MARGIN_DEGREES;
  return (
    isWithin(latitude, box.south, box.north) &&
    longitudeSpans(box).some(([west, east]) => isWithin(longitude, west, east))
  );
}
