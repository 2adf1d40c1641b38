import type { EntityManager } from 'typeorm';
import { foldPlaceName } from '#contract';
import { recordId } from './record-id.ts';
import type { PendingRecord } from './record-state.ts';
import type { SeedLocation, SeedOrganization, SeedService } from './records.ts';
import { upsertRows } from './rows.ts';

type Pending = PendingRecord<SeedOrganization>;

interface OwnedLocation {
  organizationId: string;
  location: SeedLocation;
}

/**
 * Writes the places of these organizations, those that exist in place, and removes those that they
 * no longer have. Call it after `loadServices`.
 */
export async function loadLocations(manager: EntityManager, pending: Pending[]): Promise<void> {
  const owned = pending.flatMap(({ id, record }) =>
    record.locations.map((location) => ({ organizationId: id, location })),
  );
  await manager.query(
    `DELETE FROM location WHERE organization_id = ANY($1::uuid[]) AND NOT id = ANY($2::uuid[])`,
    [pending.map(({ id }) => id), owned.map(({ location }) => location.id)],
  );
  const towns = await townIds(manager, owned);
  await upsertRows(
    manager,
    'location',
    owned.map(({ organizationId, location }) => ({
      id: location.id,
      organization_id: organizationId,
      slug: location.slug,
      location_type: location.type,
      name: location.name,
      description: location.note,
      visibility: location.visibility,
      point_precision: location.point?.precision ?? null,
      geog:
        location.point && `SRID=4326;POINT(${location.point.longitude} ${location.point.latitude})`,
      place_id: towns.get(townKey(location)) ?? null,
      time_zone: location.time_zone,
      as_of: location.as_of,
    })),
  );
  await upsertRows(manager, 'address', owned.map(addressOf));
  const given = pending.flatMap(({ record }) =>
    record.locations.flatMap((location) => servicesAt(location, record.services)),
  );
  await manager.query(
    `DELETE FROM service_at_location
      WHERE location_id = ANY($1::uuid[]) AND NOT id = ANY($2::uuid[])`,
    [owned.map(({ location }) => location.id), given.map(({ id }) => id)],
  );
  await upsertRows(manager, 'service_at_location', given);
}

function servicesAt({ id, slug }: SeedLocation, services: SeedService[]) {
  return services
    .filter(({ places }) => places === null || places.includes(slug))
    .map((service) => ({
      id: recordId('service_at_location', service.id, id),
      service_id: service.id,
      location_id: id,
    }));
}

function addressOf({ location }: OwnedLocation) {
  return {
    id: recordId('address', location.id),
    location_id: location.id,
    address_type: location.type,
    address_1: location.address,
    city: location.city,
    state_province: location.region,
    postal_code: location.postal_code,
    country: location.country,
  };
}

const townKey = ({ city, region }: SeedLocation) => `${foldPlaceName(city)}/${region}`;

async function townIds(
  manager: EntityManager,
  owned: OwnedLocation[],
): Promise<Map<string, string>> {
  const rows = await manager.query<{ key: string; id: string }[]>(
    `SELECT DISTINCT ON (key) key, place.id
       FROM unnest($1::text[]) AS key
       JOIN place_name ON place_name.name = split_part(key, '/', 1)
       JOIN place ON place.id = place_id AND place.kind = 'city'
                 AND place.region = split_part(key, '/', 2)
      ORDER BY key, place.population DESC`,
    [[...new Set(owned.map(({ location }) => townKey(location)))]],
  );
  const towns = new Map(rows.map(({ key, id }) => [key, id]));
  const unknown = owned.find(
    ({ location }) => location.visibility === 'area' && !towns.has(townKey(location)),
  );
  if (unknown) {
    throw new Error(
      `The town of the private place ${unknown.location.slug} is not in the gazetteer.`,
    );
  }
  return towns;
}
