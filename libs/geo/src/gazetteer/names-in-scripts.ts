import { createRequire } from 'node:module';
import type { RegionCode } from '#contract';
import type { PlaceRecord } from './place-record.ts';

const require = createRequire(import.meta.url);

/** The states in which the towns of the list are. */
const REGIONS = new Set<RegionCode | null>([
  'US-CA',
  'US-AZ',
  'US-NM',
  'US-TX',
  'MX-BCN',
  'MX-SON',
  'MX-CHH',
  'MX-COA',
  'MX-NLE',
  'MX-TAM',
]);

const { places } = require('#places/names-in-other-scripts.json') as {
  places: Record<string, Record<string, string>>;
};

/** Returns the names of a town near the border in Arabic, Persian, Russian and Chinese script. */
export function namesInScripts({ name, region, kind }: PlaceRecord): string[] {
  if (kind !== 'city' && kind !== 'port_of_entry') return [];
  if (!REGIONS.has(region)) return [];
  const names = places[name] ?? places[`${name} (${region === 'US-AZ' ? 'Arizona' : ''})`] ?? {};
  return Object.values(names).map((written) => written.replace(/[(（].*$/, ''));
}
