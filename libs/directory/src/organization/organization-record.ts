import type { EntityManager } from 'typeorm';
import type {
  Confidence,
  ListingStatus,
  Phone,
  RecordedMethod,
  ServedFacility,
  SourceNote,
  SpeedDial,
  Translation,
} from '#contract';
import type { Schedule } from '#rules';
import type { LocationRecord } from '../location/public-place.ts';
import {
  phones,
  SERVICES,
  type ServiceRecord,
  schedules,
  translations,
} from '../service/service-record.ts';

export interface StoredLocation extends LocationRecord {
  id: string;
  slug: string;
  location_type: 'physical' | 'postal';
  phones: Phone[];
  /** When the place is open, for services without hours of their own. */
  schedules: Schedule[];
}

/** An organization with everything its listings are derived from. */
export interface OrganizationRecord {
  id: string;
  slug: string;
  name: string;
  alternate_names: string[];
  description: string | null;
  website: string | null;
  email: string | null;
  status: ListingStatus;
  status_note: string | null;
  closed_on: string | null;
  what_happened: string | null;
  still_there: string | null;
  confidence: Confidence;
  verified_at: string | null;
  due_at: string | null;
  verified_how: RecordedMethod | null;
  phones: Phone[];
  speed_dials: SpeedDial[];
  facilities: ServedFacility[];
  sources: SourceNote[];
  translations: Translation[];
  /** By name. */
  services: ServiceRecord[];
  /** Those where a service is given, by slug. */
  locations: StoredLocation[];
}

/** Reads complete organizations with a single statement. */
export async function readOrganizationRecords(
  manager: EntityManager,
  ids: string[],
): Promise<OrganizationRecord[]> {
  return await manager.query<OrganizationRecord[]>(
    `SELECT organization.id, slug, organization.name, alternate_names, organization.description, website, email,
       organization.status, status_note, closed_on::text, what_happened, still_there, confidence,
       to_json(verified_at)#>>'{}' AS verified_at, to_json(due_at)#>>'{}' AS due_at,
       (SELECT method FROM verification WHERE record_id = organization.id
          AND verification.verified_at = organization.verified_at
          AND verification.due_at IS NOT NULL LIMIT 1) AS verified_how,
       (${phones('organization')}) AS phones,
       (${speedDials('organization')}) AS speed_dials,
       (${FACILITIES}) AS facilities,
       (${sources('organization')}) AS sources,
       (${translations('organization')}) AS translations,
       (${SERVICES}) AS services,
       (${LOCATIONS}) AS locations
     FROM organization
    WHERE organization.id = ANY($1::uuid[])`,
    [ids],
  );
}

/**
 * SQL for where one `speed_dial` works, as a JSON array of the slugs of facilities; null: in every
 * facility.
 */
export const SPEED_DIAL_SCOPE = `CASE WHEN speed_dial.scope <> 'everywhere' THEN (
    SELECT coalesce(json_agg(facility.slug ORDER BY facility.slug), '[]') FROM speed_dial_facility
      JOIN facility ON facility.id = facility_id WHERE speed_dial_id = speed_dial.id) END`;

/**
 * SQL for the codes of one `organization` and its lines, or of one `help_line`, as a JSON array.
 */
export function speedDials(owner: 'organization' | 'help_line'): string {
  return `SELECT coalesce(json_agg(json_build_object('code', code, 'status', status,
      'scope', ${SPEED_DIAL_SCOPE}, 'verified_at', verified_at, 'note', note) ORDER BY code), '[]')
    FROM speed_dial WHERE ${ownedBy[owner]}`;
}

const ownedBy = {
  help_line: 'help_line_id = help_line.id',
  organization: `organization_id = organization.id OR help_line_id IN (
    SELECT id FROM help_line WHERE help_line.organization_id = organization.id AND published)`,
};

/** SQL for the sources of one record, as a JSON array, in their stored order. */
export function sources(owner: 'organization' | 'help_line' | 'facility'): string {
  return `SELECT coalesce(json_agg(json_build_object('url', url, 'what', what, 'date', date)
      ORDER BY position), '[]') FROM source WHERE record_id = ${owner}.id`;
}

const FACILITIES = `
  SELECT coalesce(json_agg(json_build_object(
      'facility', json_build_object('slug', facility.slug, 'name', facility.name),
      'statement', statement, 'source_url', source_url, 'as_of', as_of)
    ORDER BY facility.name), '[]')
  FROM organization_facility JOIN facility ON facility.id = facility_id
  WHERE organization_id = organization.id`;

const ADDRESSES = `
  SELECT coalesce(json_agg(json_build_object('address_type', address_type, 'address', address_1,
      'city', city, 'postal_code', postal_code, 'region', state_province, 'country', country)
    ORDER BY position, id), '[]')
  FROM address WHERE location_id = location.id`;

const LOCATIONS = `
  SELECT coalesce(json_agg(json_build_object('id', location.id, 'slug', location.slug,
      'location_type', location_type, 'name', location.name, 'visibility', visibility,
      'addresses', (${ADDRESSES}), 'point_precision', point_precision,
      'point', CASE WHEN location.geog IS NOT NULL THEN json_build_object(
        'longitude', ST_X(location.geog::geometry), 'latitude', ST_Y(location.geog::geometry)) END,
      'town', CASE WHEN place.geog IS NOT NULL THEN json_build_object(
        'longitude', ST_X(place.geog::geometry), 'latitude', ST_Y(place.geog::geometry)) END,
      'accessibility', ARRAY(SELECT accessibility.description FROM accessibility
        WHERE location_id = location.id ORDER BY accessibility.description),
      'phones', (${phones('location')}),
      'schedules', (${schedules('location')}))
    ORDER BY location.slug), '[]')
  FROM location LEFT JOIN place ON place.id = location.place_id
  WHERE location.organization_id = organization.id
    AND EXISTS (SELECT FROM service_at_location WHERE location_id = location.id)`;
