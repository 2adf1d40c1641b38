import type { EntityManager } from 'typeorm';
import type { Facility } from '#contract';
import { sources } from '../../organization/organization-record.ts';
import { newestDate } from '../../source/newest-date.ts';
import type { DirectoryEntryRow } from './directory-entry-row.ts';

type Stored = Omit<Facility, 'source_date' | 'distance_m'> & { region_names: string };

const SERVED_BY = `
  SELECT coalesce(json_agg(json_build_object(
      'organization', json_build_object('id', organization.id, 'slug', organization.slug,
        'name', organization.name),
      'statement', statement, 'source_url', source_url, 'as_of', as_of)
    ORDER BY organization.name), '[]')
  FROM organization_facility JOIN organization ON organization.id = organization_id
  WHERE facility_id = facility.id`;

/** Builds the entries of detention facilities. */
export async function facilityEntries(
  manager: EntityManager,
  ids: string[],
): Promise<DirectoryEntryRow[]> {
  const facilities = await manager.query<Stored[]>(
    `SELECT id, slug, name, ice_code, address_1 AS address, city, postal_code,
       state_province AS region, country, ST_Y(geog::geometry) AS latitude,
       ST_X(geog::geometry) AS longitude, field_office,
       average_daily_population::double precision, population_as_of, in_use_as_of, phone, note,
       confidence, (${sources('facility')}) AS sources, (${SERVED_BY}) AS served_by,
       (SELECT string_agg(value, ' ') FROM region, jsonb_each_text(region.names)
         WHERE region.code = state_province) AS region_names
     FROM facility WHERE id = ANY($1::uuid[])`,
    [ids],
  );
  return facilities.map(({ region_names, ...facility }) => ({
    id: facility.id,
    kind: 'facility',
    slug: facility.slug,
    name: facility.name,
    tags: [`region:${facility.region}`],
    text: [facility.name, facility.city, facility.ice_code, region_names].join(' '),
    longitude: facility.longitude,
    latitude: facility.latitude,
    verified_at: null,
    due_at: null,
    card: JSON.stringify({ ...facility, source_date: newestDate(facility.sources) }),
  }));
}
