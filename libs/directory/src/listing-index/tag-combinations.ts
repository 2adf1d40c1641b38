import type { TagKind } from '../tags/tag-name.ts';

/** The kinds of tags of services by which listings are counted. */
export const countedKinds = [
  'service',
  'region',
  'language',
  'cost',
  'accepts',
] as const satisfies TagKind[];
export type CountedKind = (typeof countedKinds)[number];

const MAX_PAIRS = 20_000;

/** The number of no tags. */
export const NO_TAGS = 0;

/** Numbers combinations of tags of one kind, of which there are few: many listings have the same. */
export class TagCombinations {
  private readonly combinations: number[][] = [[]];
  private readonly numbers = new Map<string, number>([['', NO_TAGS]]);
  /** Numbers of pairs that were put together. */
  private readonly pairs = new Map<number, number>();

  /** How many there are. */
  get size(): number {
    return this.combinations.length;
  }

  /** The same tags in another order may have another number. */
  numberOf(tags: number[]): number {
    const key = tags.join();
    const known = this.numbers.get(key);
    if (known !== undefined) return known;
    this.numbers.set(key, this.combinations.length);
    return this.combinations.push(tags) - 1;
  }

  tagsOf(combination: number): number[] {
    return this.combinations[combination] ?? [];
  }

  /** Returns the number of the tags of two combinations together. */
  together(one: number, other: number): number {
    if (one === other || other === NO_TAGS) return one;
    if (one === NO_TAGS) return other;
    const pair = one * 2 ** 26 + other;
    const known = this.pairs.get(pair);
    if (known !== undefined) return known;
    const both = this.numberOf([...new Set([...this.tagsOf(one), ...this.tagsOf(other)])]);
    if (this.pairs.size >= MAX_PAIRS) this.pairs.clear();
    this.pairs.set(pair, both);
    return both;
  }
}
