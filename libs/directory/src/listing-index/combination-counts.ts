import type { ServiceLayer } from './service-layer.ts';
import { type BitSet, difference, eachNumber, inSeveral } from './slots/bit-set.ts';
import { type CountedKind, NO_TAGS, type TagCombinations } from './tag-combinations.ts';

/** How many listings have exactly these tags of a kind. */
export interface CombinationCount {
  tags: number[];
  count: number;
}

/** The listings that match by their service in one layer. */
export interface LayerMatches {
  layer: ServiceLayer;
  listings: BitSet;
}

interface CombinationQuery {
  kind: CountedKind;
  combinations: TagCombinations;
  matches: LayerMatches[];
}

/** Counts listings by the tags of one kind that their services have which match. */
export function countCombinations(query: CombinationQuery): CombinationCount[] {
  const { kind, combinations, matches } = query;
  const several = inSeveral(matches.map(({ listings }) => listings));
  const together = countTogether(several, query);
  const counts = new Uint32Array(combinations.size);
  for (const { layer, listings } of matches) {
    const alone = several.size === 0 ? listings : difference(listings, several);
    layer.countCombinations(kind, alone, counts);
  }
  for (const [combination, count] of together) {
    counts[combination] = (counts[combination] as number) + count;
  }
  return [...counts]
    .map((count, combination) => ({ tags: combinations.tagsOf(combination), count }))
    .filter(({ count }) => count > 0);
}

/** Counts listings of which several services match, by the combination of all that these have. */
function countTogether(
  listings: BitSet,
  { kind, combinations, matches }: CombinationQuery,
): Map<number, number> {
  const counts = new Map<number, number>();
  eachNumber(listings, (slot) => {
    let combination = NO_TAGS;
    for (const match of matches) {
      if (!match.listings.has(slot)) continue;
      combination = combinations.together(combination, match.layer.combinationOf(kind, slot));
    }
    counts.set(combination, (counts.get(combination) ?? 0) + 1);
  });
  return counts;
}

/** Counts the listings that have any of some tags. */
export function countWithAny(tags: number[], counts: CombinationCount[]): number {
  const wanted = new Set(tags);
  return counts
    .filter((one) => one.tags.some((tag) => wanted.has(tag)))
    .reduce((sum, { count }) => sum + count, 0);
}
