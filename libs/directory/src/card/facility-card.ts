import type { EntityManager } from 'typeorm';
import type { Facility } from '#contract';
import { sources } from '../listing/organization-record.ts';
import { newestDate } from '../newest-date.ts';
import type { CardRow } from './card-row.ts';

type Stored = Omit<Facility, 'source_date'>;

/** Detention facilities as they are served. */
export async function facilityCards(manager: EntityManager, ids: string[]): Promise<CardRow[]> {
  const facilities = await manager.query<Stored[]>(
    `SELECT id, slug, name, ice_code, address_1 AS address, city, postal_code,
       state_province AS region, country, ST_Y(geog::geometry) AS latitude,
       ST_X(geog::geometry) AS longitude, field_office,
       average_daily_population::double precision, population_as_of, in_use_as_of, phone, note,
       confidence, (${sources('facility')}) AS sources
     FROM facility WHERE id = ANY($1::uuid[])`,
    [ids],
  );
  return facilities.map((facility) => ({
    id: facility.id,
    kind: 'facility',
    slug: facility.slug,
    name: facility.name,
    tags: [`region:${facility.region}`],
    text: [facility.name, facility.city, facility.ice_code].join(' '),
    longitude: facility.longitude,
    latitude: facility.latitude,
    verified_at: null,
    due_at: null,
    card: JSON.stringify({ ...facility, source_date: newestDate(facility.sources) }),
  }));
}
