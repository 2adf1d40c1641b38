import { randomUUID } from 'node:crypto';
import type { DataSource, EntityManager } from 'typeorm';
import { publishChange } from '#directory';

export interface OrganizationParts {
  name?: string;
  description?: string;
  status?: 'active' | 'closed' | 'unknown';
  services?: string[];
  languages?: string[];
  region?: string;
  city?: string;
  address?: string | null;
  visibility?: 'exact' | 'area' | 'hidden';
  /** Null for help without a place. */
  point?: { longitude: number; latitude: number } | null;
  verifiedAt?: Date;
  dueAt?: Date;
  schedule?: { byday: string; opens_at: string; closes_at: string; time_zone: string };
}

/** Puts an organization with one service at one place into the directory, as an editor would. */
export async function anOrganization(
  db: DataSource,
  parts: OrganizationParts = {},
): Promise<{ id: string; slug: string; locationId: string }> {
  const id = randomUUID();
  const slug = `test-${id}`;
  const locationId = randomUUID();
  const serviceId = randomUUID();
  const {
    name = `Test ${id}`,
    description = null,
    status = 'active',
    services = ['legal'],
    languages = [],
    region = 'US-TX',
    city = 'El Paso',
    address = null,
    visibility = 'exact',
    point = { longitude: -106.45, latitude: 31.77 },
    verifiedAt = null,
    dueAt = null,
    schedule,
  } = parts;
  await db.transaction(async (manager) => {
    await manager.query(
      `INSERT INTO source (id, record_kind, record_id, position, url, what, date)
       VALUES ($1, 'organization', $2, 0, 'https://example.org', 'Its own page', '2026-07')`,
      [randomUUID(), id],
    );
    await manager.query(
      `INSERT INTO organization
         (id, slug, name, status, what_happened, confidence, verified_at, due_at, description)
       VALUES ($1, $2, $3, $4, CASE WHEN $4 = 'closed' THEN 'It closed.' END, 'confirmed', $5, $6, $7)`,
      [id, slug, name, status, verifiedAt, dueAt, description],
    );
    await manager.query(
      `INSERT INTO service (id, organization_id, name, status) VALUES ($1, $2, $3, 'active')`,
      [serviceId, id, name],
    );
    await manager.query(
      `INSERT INTO attribute (id, link_id, link_entity, taxonomy_term_id)
       SELECT gen_random_uuid(), $1, 'service', id FROM taxonomy_term WHERE code = ANY($2)`,
      [serviceId, services],
    );
    await manager.query(
      `INSERT INTO service_area (id, service_id, extent) VALUES (gen_random_uuid(), $1, $2)`,
      [serviceId, region],
    );
    await manager.query(
      `INSERT INTO language (id, service_id, code) SELECT gen_random_uuid(), $1, unnest($2::text[])`,
      [serviceId, languages],
    );
    if (schedule) {
      await manager.query(
        `INSERT INTO schedule (id, service_id, byday, opens_at, closes_at, time_zone)
         VALUES (gen_random_uuid(), $1, $2, $3, $4, $5)`,
        [serviceId, schedule.byday, schedule.opens_at, schedule.closes_at, schedule.time_zone],
      );
    }
    if (point) {
      const of = { id, slug, name, locationId, serviceId };
      await addPlace(manager, of, { visibility, point, city, region, address });
    }
    await publishChange(manager, 'organization', [{ id, action: 'created' }]);
  });
  return { id, slug, locationId };
}

interface PlaceOwner {
  id: string;
  slug: string;
  name: string;
  locationId: string;
  serviceId: string;
}

interface Place {
  visibility: string;
  point: { longitude: number; latitude: number };
  city: string;
  region: string;
  address: string | null;
}

async function addPlace(manager: EntityManager, of: PlaceOwner, place: Place): Promise<void> {
  const { id, slug, name, locationId, serviceId } = of;
  const { visibility, point, city, region, address } = place;
  await manager.query(
    `INSERT INTO location (id, organization_id, slug, location_type, name, visibility,
       point_precision, geog, place_id)
     VALUES ($1, $2, $3, 'physical', $4, $5, 'address',
       ST_SetSRID(ST_MakePoint($6, $7), 4326)::geography,
       (SELECT place.id FROM place WHERE kind = 'city' AND place.name = $8 AND region = $9
         ORDER BY population DESC LIMIT 1))`,
    [locationId, id, slug, name, visibility, point.longitude, point.latitude, city, region],
  );
  await manager.query(
    `INSERT INTO address (id, location_id, address_type, address_1, city, state_province, country)
     VALUES (gen_random_uuid(), $1, 'physical', $2, $3, $4, $5)`,
    [locationId, address, city, region, region.slice(0, 2)],
  );
  await manager.query(
    `INSERT INTO service_at_location (id, service_id, location_id)
     VALUES (gen_random_uuid(), $1, $2)`,
    [serviceId, locationId],
  );
}

/** Puts a published help line into the directory, as an editor would. */
export async function aHelpLine(
  db: DataSource,
  name: string,
  organizationId: string | null = null,
): Promise<{ id: string; slug: string }> {
  const id = randomUUID();
  const slug = `test-${id}`;
  await db.transaction(async (manager) => {
    await manager.query(
      `INSERT INTO help_line (id, slug, page_position, name, published, confidence, organization_id)
       VALUES ($1, $2, 1000, $3, true, 'confirmed', $4)`,
      [id, slug, name, organizationId],
    );
    await publishChange(manager, 'help_line', [{ id, action: 'created' }]);
  });
  return { id, slug };
}

/** Puts a detention facility into the directory, as an editor would. */
export async function aFacility(
  db: DataSource,
  name: string,
): Promise<{ id: string; slug: string }> {
  const id = randomUUID();
  const slug = `test-${id}`;
  await db.transaction(async (manager) => {
    await manager.query(
      `INSERT INTO facility (id, slug, name, ice_code, address_1, city, state_province, postal_code,
         country, geog, field_office)
       VALUES ($1, $2, $3, $2, '1 Test Road', 'El Paso', 'US-TX', '79901', 'US',
         ST_SetSRID(ST_MakePoint(-106.4, 31.8), 4326)::geography, 'El Paso')`,
      [id, slug, name],
    );
    await publishChange(manager, 'facility', [{ id, action: 'created' }]);
  });
  return { id, slug };
}

/** Takes away what the builders put in. */
export async function removeTestOrganizations(db: DataSource): Promise<void> {
  await db.transaction(async (manager) => {
    // Facilities last: the database refuses to delete one that a code is limited to.
    for (const kind of ['organization', 'help_line', 'facility'] as const) {
      const [rows] = await manager.query<[{ id: string }[], number]>(
        `DELETE FROM ${kind} WHERE slug LIKE 'test-%' RETURNING id`,
      );
      const ids = rows.map(({ id }) => id);
      await manager.query(`DELETE FROM source WHERE record_id = ANY($1::uuid[])`, [ids]);
      await publishChange(
        manager,
        kind,
        ids.map((id) => ({ id, action: 'deleted' })),
      );
    }
  });
}
