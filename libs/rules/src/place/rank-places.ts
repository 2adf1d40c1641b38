import type { Place } from '#contract';

/** How a name on record matches the name that is looked for. */
export type PlaceMatch = 'name' | 'prefix' | 'typo';

export interface FoundPlace<Found extends Place = Place> {
  place: Found;
  match: PlaceMatch;
  /** The index of the reading that found it. */
  reading: number;
}

interface Position {
  longitude: number;
  latitude: number;
}

export interface RankOptions {
  listed: ListedPositions;
  /** Codes of states and countries whose places are preferred. */
  preferred: string[];
}

const KM_PER_DEGREE = 111;
/** Positions are gathered in squares of this width, about two kilometers. */
const SQUARE_DEGREES = 0.02;

/** Where the directory lists something, and where people cross the border. */
export class ListedPositions {
  private readonly squares: Position[];

  constructor(positions: Position[]) {
    const round = (degrees: number) => Math.round(degrees / SQUARE_DEGREES) * SQUARE_DEGREES;
    const squares = positions.map(({ longitude, latitude }) => ({
      longitude: round(longitude),
      latitude: round(latitude),
    }));
    this.squares = [
      ...new Map(squares.map((one) => [`${one.longitude} ${one.latitude}`, one])).values(),
    ];
  }

  /** Returns the distance to the nearest, in kilometers, good to about two. */
  kilometersFrom({ longitude, latitude }: Position): number {
    const wide = Math.cos((latitude * Math.PI) / 180);
    return this.squares.reduce((least, square) => {
      const [x, y] = [(square.longitude - longitude) * wide, square.latitude - latitude];
      return Math.min(least, Math.hypot(x, y) * KM_PER_DEGREE);
    }, Number.POSITIVE_INFINITY);
  }
}

/** From the nearest on: within so many kilometers, a place counts as if it had so many times the people. */
const nearness: [kilometers: number, powerOfTen: number][] = [
  [10, 3],
  [50, 1],
  [150, 0.5],
];

/** What a place without a population counts as, in powers of ten. */
const sizes: Partial<Record<Place['kind'], number>> = {
  country: 12,
  postal_code: 3,
  port_of_entry: 3.5,
  county: 2.5,
};
/** "Chihuahua" is first the town, but "Texas" the state. */
const REGION_HANDICAP = 1.5;

/**
 * Puts places in the order in which they are likely to be meant, each once: exact names first, then
 * beginnings, then names with a typo; of the same match first what earlier readings found; then by
 * population and nearness to what the directory lists.
 */
export function rankPlaces<Found extends Place>(
  found: FoundPlace<Found>[],
  { listed, preferred }: RankOptions,
): Found[] {
  const isPreferred = ({ region, country }: Place) =>
    preferred.includes(country) || (region !== null && preferred.includes(region));
  const scored = found.map(({ place, match, reading }) => ({
    place,
    tier: tiers[match] + (match === 'name' ? 0 : Math.min(1, reading)),
    reading,
    preferred: isPreferred(place) ? 1 : 0,
    score: scoreOf(place, listed),
  }));
  scored.sort(
    (a, b) =>
      a.tier - b.tier ||
      b.preferred - a.preferred ||
      a.reading - b.reading ||
      b.score - a.score ||
      (a.place.id < b.place.id ? -1 : 1),
  );
  return [...new Map(scored.map(({ place }) => [place.id, place])).values()];
}

const tiers: Record<PlaceMatch, number> = { name: 0, prefix: 1, typo: 3 };

function scoreOf(place: Place, listed: ListedPositions): number {
  const size = sizes[place.kind] ?? Math.log10((place.population ?? 0) + 10);
  if (place.kind === 'region') return size - REGION_HANDICAP;
  if (place.kind === 'country') return size;
  const kilometers = listed.kilometersFrom(place);
  return size + (nearness.find(([within]) => kilometers <= within)?.[1] ?? 0);
}
