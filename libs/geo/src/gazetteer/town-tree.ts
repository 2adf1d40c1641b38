import { type Geocentric, geocentric } from '../geocentric.ts';
import type { Point } from '../point.ts';

/** A town, and the state that it lies in; only the country where the state is not known. */
export interface Town extends Point {
  region: string | null;
  country: string;
}

interface Node {
  town: Town;
  at: Geocentric;
  /** Index of the coordinate by which `less` and `more` are told apart. */
  axis: number;
  less: Node | null;
  more: Node | null;
}

interface Nearest {
  town: Town | null;
  /** Square metres. */
  squared: number;
}

/** The towns of the gazetteer in memory: which is nearest takes no query, only some 20 steps. */
export class TownTree {
  private readonly root: Node | null;

  constructor(towns: Town[]) {
    this.root = grow(
      towns.map((town) => ({ town, at: geocentric(town) })),
      0,
    );
  }

  /** The town nearest to a point; null when there are no towns. */
  nearest(point: Point): Town | null {
    const best: Nearest = { town: null, squared: Number.POSITIVE_INFINITY };
    search(this.root, geocentric(point), best);
    return best.town;
  }
}

function grow(towns: { town: Town; at: Geocentric }[], axis: number): Node | null {
  towns.sort((a, b) => (a.at[axis] as number) - (b.at[axis] as number));
  const middle = towns.length >> 1;
  const here = towns[middle];
  if (!here) return null;
  const next = (axis + 1) % 3;
  return {
    ...here,
    axis,
    less: grow(towns.slice(0, middle), next),
    more: grow(towns.slice(middle + 1), next),
  };
}

function search(node: Node | null, from: Geocentric, best: Nearest): void {
  if (!node) return;
  const [x, y, z] = node.at;
  const squared = (x - from[0]) ** 2 + (y - from[1]) ** 2 + (z - from[2]) ** 2;
  if (squared < best.squared) {
    best.squared = squared;
    best.town = node.town;
  }
  const beyond = (from[node.axis] as number) - (node.at[node.axis] as number);
  search(beyond < 0 ? node.less : node.more, from, best);
  // The other side can hold a nearer one only when the dividing plane itself is nearer.
  if (beyond ** 2 < best.squared) search(beyond < 0 ? node.more : node.less, from, best);
}
