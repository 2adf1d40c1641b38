import type { RegionCode } from '#contract';

/** The names of states and countries, folded, by which the end of a text is read. */
export class PlaceWords {
  private readonly regions: Map<string, RegionCode>;
  private readonly countries: Map<string, string>;

  /** @param names by code, in all languages and abbreviated */
  constructor(
    regionNames: ReadonlyMap<RegionCode, string[]>,
    countryNames: ReadonlyMap<string, string[]>,
  ) {
    this.regions = byName(regionNames);
    this.countries = byName(countryNames);
  }

  country(name: string): string | undefined {
    return this.countries.get(name);
  }

  /** Whether a state or country has this name or abbreviation. */
  isKnown(name: string): boolean {
    return this.regions.has(name) || this.countries.has(name);
  }

  /** Returns the states with this name or abbreviation, or whose names begin so, such as `ariz`. */
  regionsStartingWith(text: string): RegionCode[] {
    const exact = this.regions.get(text);
    if (exact) return [exact];
    if (text.length < MIN_PREFIX_LENGTH || this.countries.has(text)) return [];
    const matches = [...this.regions].filter(([name]) => name.startsWith(text));
    return [...new Set(matches.map(([, code]) => code))];
  }

  /** Returns a state or country with whose name a text without spaces begins, as Chinese addresses do. */
  leading(text: string): { name: string; rest: string } | undefined {
    if (this.isKnown(text)) return undefined;
    const known = [...this.regions.keys(), ...this.countries.keys()]
      .filter((name) => text.startsWith(name) && text.length > name.length)
      .sort((a, b) => b.length - a.length)[0];
    return known === undefined ? undefined : { name: known, rest: text.slice(known.length) };
  }
}

const MIN_PREFIX_LENGTH = 3;

function byName<Code>(names: ReadonlyMap<Code, string[]>): Map<string, Code> {
  return new Map([...names].flatMap(([code, all]) => all.map((name) => [name, code] as const)));
}
