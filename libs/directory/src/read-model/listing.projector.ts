import type { EntityManager } from 'typeorm';
import { storeFormerNames } from '../former-name/former-names.ts';
import { readOrganizationRecords } from '../organization/organization-record.ts';
import { numberTags } from '../tags/number-tags.ts';
import type { TagName } from '../tags/tag-name.ts';
import { type FormerListing, listingNames } from './listing-names.ts';
import { type ListingRow, listingRows } from './listing-row.ts';

/**
 * Rebuilds the listings of these organizations from their records. Call it in the transaction of
 * the write that changed them, so that both become visible together.
 */
export async function refreshListings(
  manager: EntityManager,
  organizationIds: string[],
): Promise<void> {
  const organizations = await readOrganizationRecords(manager, organizationIds);
  const rows = organizations.flatMap(listingRows);
  const numbers = await numberTags(
    manager,
    rows.flatMap(({ tags, services }) => [...tags, ...services.flatMap((one) => one.tags)]),
  );
  const before = await manager.query<FormerListing[]>(
    `SELECT id, slug, organization_id, location_id FROM listing
      WHERE organization_id = ANY($1::uuid[])`,
    [organizationIds],
  );
  // Also listings with another slug, which a different listing may have now.
  await manager.query(
    `DELETE FROM listing WHERE organization_id = ANY($1::uuid[])
        AND NOT EXISTS (SELECT FROM unnest($2::uuid[], $3::text[]) AS stays(id, slug)
          WHERE stays.id = listing.id AND stays.slug = listing.slug)`,
    [organizationIds, rows.map(({ id }) => id), rows.map(({ slug }) => slug)],
  );
  const withNumbers = <Row extends { tags: TagName[] }>(row: Row) => ({
    ...row,
    tags: row.tags.map((tag) => numbers.get(tag)),
  });
  await upsert(manager, rows.map(withNumbers));
  await replaceServices(
    manager,
    rows.map(({ id }) => id),
    rows.flatMap(({ id, services }) =>
      services.map((service) => ({ listing_id: id, ...withNumbers(service) })),
    ),
  );
  await storeFormerNames(manager, 'listing', listingNames(before, organizations, rows));
}

async function upsert(
  manager: EntityManager,
  rows: (Omit<ListingRow, 'tags'> & { tags: unknown[] })[],
): Promise<void> {
  await manager.query(
    `INSERT INTO listing (id, slug, organization_id, location_id, sort_name, status, geog, map_x,
       map_y, tags, search, verified_at, due_at, open_week, time_zone, special_days, several_services,
       pin, summary, card)
     SELECT id, slug, organization_id, location_id, fold(name), status,
       ST_SetSRID(ST_MakePoint(longitude, latitude), 4326)::geography, map_x, map_y, tags,
       setweight(search_vector(text->>'a'), 'A') || setweight(search_vector(text->>'b'), 'B')
         || setweight(search_vector(text->>'d'), 'D'),
       verified_at, due_at, open_week, time_zone, special_days::jsonb, services <> '[]', pin, summary, card
     FROM jsonb_to_recordset($1::jsonb) AS row(id uuid, slug text, organization_id uuid,
       location_id uuid, name text, status text, longitude double precision,
       latitude double precision, map_x double precision, map_y double precision, tags integer[],
       text jsonb, verified_at timestamptz, due_at timestamptz, open_week int4multirange,
       time_zone text, special_days text, services jsonb, pin text, summary text, card text)
     ORDER BY id
     ON CONFLICT (id) DO UPDATE SET slug = excluded.slug,
       organization_id = excluded.organization_id, location_id = excluded.location_id,
       sort_name = excluded.sort_name, status = excluded.status, geog = excluded.geog,
       map_x = excluded.map_x, map_y = excluded.map_y, tags = excluded.tags,
       search = excluded.search, verified_at = excluded.verified_at, due_at = excluded.due_at,
       open_week = excluded.open_week, time_zone = excluded.time_zone,
       special_days = excluded.special_days,
       several_services = excluded.several_services, pin = excluded.pin,
       summary = excluded.summary, card = excluded.card`,
    [JSON.stringify(rows)],
  );
}

async function replaceServices(
  manager: EntityManager,
  listings: string[],
  rows: object[],
): Promise<void> {
  await manager.query(`DELETE FROM listing_service WHERE listing_id = ANY($1::uuid[])`, [listings]);
  await manager.query(
    `INSERT INTO listing_service (listing_id, service_id, tags, open_week, time_zone, special_days)
     SELECT listing_id, service_id, tags, open_week, time_zone, special_days::jsonb
       FROM jsonb_to_recordset($1::jsonb) AS row(listing_id uuid, service_id uuid, tags integer[],
         open_week int4multirange, time_zone text, special_days text)
      ORDER BY listing_id, service_id`,
    [JSON.stringify(rows)],
  );
}
