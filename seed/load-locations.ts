import type { EntityManager } from 'typeorm';
import { foldPlaceName } from '#contract';
import { recordId } from './record-id.ts';
import type { PendingRecord } from './record-state.ts';
import type { SeedLocation, SeedOrganization, SeedService } from './records.ts';
import { insertRows } from './rows.ts';

type Pending = PendingRecord<SeedOrganization>;

interface KeyedLocation {
  id: string;
  organizationId: string;
  slug: string;
  location: SeedLocation;
}

/** Replaces the places of these organizations. Call it after `loadServices`. */
export async function loadLocations(manager: EntityManager, pending: Pending[]): Promise<void> {
  await manager.query(`DELETE FROM location WHERE organization_id = ANY($1::uuid[])`, [
    pending.map(({ id }) => id),
  ]);
  const keyed = pending.flatMap(keyedLocations);
  const towns = await townIds(manager, keyed);
  await insertRows(
    manager,
    'location',
    keyed.map(({ id, organizationId, slug, location }) => ({
      id,
      organization_id: organizationId,
      slug,
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
  await insertRows(manager, 'address', keyed.map(addressOf));
  await insertRows(
    manager,
    'service_at_location',
    pending.flatMap(({ id: organizationId, record }) =>
      keyed
        .filter((place) => place.organizationId === organizationId)
        .flatMap((place) => servicesAt(place, record.services)),
    ),
  );
}

// A single place has the slug of its organization; several places are distinguished by town.
function keyedLocations({ id: organizationId, record }: Pending): KeyedLocation[] {
  const taken = new Set<string>();
  return record.locations.map((location) => {
    const town = foldPlaceName(location.city).replaceAll(' ', '-');
    const wanted = record.locations.length === 1 ? record.slug : `${record.slug}-${town}`;
    let slug = wanted;
    for (let n = 2; taken.has(slug); n++) slug = `${wanted}-${n}`;
    taken.add(slug);
    return { id: recordId('location', slug), organizationId, slug, location };
  });
}

function servicesAt({ id, slug }: KeyedLocation, services: SeedService[]) {
  return services
    .filter(({ places }) => places === null || places.includes(slug))
    .map((service) => ({
      id: recordId('service_at_location', service.id, id),
      service_id: service.id,
      location_id: id,
    }));
}

function addressOf({ id, location }: KeyedLocation) {
  return {
    id: recordId('address', id),
    location_id: id,
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
  keyed: KeyedLocation[],
): Promise<Map<string, string>> {
  const rows = await manager.query<{ key: string; id: string }[]>(
    `SELECT DISTINCT ON (key) key, place.id
       FROM unnest($1::text[]) AS key
       JOIN place_name ON place_name.name = split_part(key, '/', 1)
       JOIN place ON place.id = place_id AND place.kind = 'city'
                 AND place.region = split_part(key, '/', 2)
      ORDER BY key, place.population DESC`,
    [[...new Set(keyed.map(({ location }) => townKey(location)))]],
  );
  const towns = new Map(rows.map(({ key, id }) => [key, id]));
  const unknown = keyed.find(
    ({ location }) => location.visibility === 'area' && !towns.has(townKey(location)),
  );
  if (unknown) {
    throw new Error(`The town of the private place ${unknown.slug} is not in the gazetteer.`);
  }
  return towns;
}
