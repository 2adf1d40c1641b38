import type { Point } from '#geo';

/** A change to a record, with what is needed to know what it does not concern. */
export interface DirectoryChange {
  /** Its number in the change sequence. */
  sequence: number;
  kind: string;
  id: string;
  /** What changed of the listings of an organization; null for another record. */
  listings: ListingsChange | null;
}

/** The listings of an organization as they were and as they are. */
export interface ListingsChange {
  /** The numbers of the tags that any of them had or has. */
  tags: ReadonlySet<number>;
  /** Where any of them was or is, to a meter. */
  points: readonly Point[];
  /** Whether any of them had or has no point. */
  hasUnplaced: boolean;
  /** Whether there are other numbers of them, or of those with some tag or status. */
  countsChanged: boolean;
}

/** The listings of an organization at one time. */
export interface ListingsSummary {
  tags: Set<number>;
  points: Point[];
  hasUnplaced: boolean;
  /** What is counted of each of them; the same texts have the same counts. */
  counted: string;
}

/** Compares what there was with what there is. */
export function listingsChange(before: ListingsSummary, after: ListingsSummary): ListingsChange {
  return {
    tags: new Set([...before.tags, ...after.tags]),
    points: [...before.points, ...after.points],
    hasUnplaced: before.hasUnplaced || after.hasUnplaced,
    countsChanged: before.counted !== after.counted,
  };
}
