import type { EntityManager } from 'typeorm';
import { entrySummaryFields, listingSummary, type Organization } from '#contract';
import { descriptions, type GeneratedListing, TIME_ZONE } from './generated-listing.ts';

const INSERTS = [
  `INSERT INTO source (id, record_kind, record_id, position, what)
   SELECT gen_random_uuid(), 'organization', id, 0, 'Generated'
     FROM generated WHERE verified_at IS NOT NULL`,
  `INSERT INTO organization (id, slug, name, status, verified_at, due_at)
   SELECT id, slug, name, 'active', verified_at, due_at FROM generated`,
  `INSERT INTO change (kind, record_id, action) SELECT 'organization', id, 'created' FROM generated`,
  `INSERT INTO directory_card (id, kind, slug, sort_name, tags, search, verified_at, due_at, summary,
     card)
   SELECT id, 'organization', slug, fold(name), tags, search_vector(name), verified_at, due_at,
     entry_summary, entry
   FROM generated`,
  `INSERT INTO record_summary (id, kind, slug, name, sort_name, words, organization_id, regions,
     service_types, status, version, verified_at, due_at, harm, queue_from)
   SELECT id, 'organization', slug, name, fold(name), fold(name || ' ' || slug), id, regions, services,
     'active', 1, verified_at, due_at, CASE WHEN verified_at IS NULL THEN 'never' ELSE 'due' END,
     coalesce(due_at, '-infinity')
   FROM generated`,
];

/** The tags of a listing, `kind:code`. */
export function tagsOf({ card }: GeneratedListing): string[] {
  return [
    ...card.service_types.map((code) => `service:${code}`),
    ...card.languages.map((code) => `language:${code}`),
    ...card.serves.flatMap((code) => [`region:${code}`, `serves:${code}`]),
    ...card.costs.map((code) => `cost:${code}`),
    `status:${card.status}`,
  ];
}

/**
 * Adds listings with their organizations.
 *
 * @param numbers of all tags, by `kind:code`
 */
export async function insertListings(
  manager: EntityManager,
  rows: GeneratedListing[],
  numbers: Map<string, number>,
): Promise<void> {
  const records = rows.map((row) =>
    recordOf(
      row,
      tagsOf(row).map((tag) => numbers.get(tag)),
    ),
  );
  await manager.query(
    `CREATE TEMPORARY TABLE generated ON COMMIT DROP AS
     SELECT * FROM ROWS FROM (jsonb_to_recordset($1::jsonb) AS (id uuid, slug text, name text,
       keywords text, description integer, longitude double precision, latitude double precision,
       map_x double precision, map_y double precision, tags integer[], verified_at timestamptz,
       due_at timestamptz, open_week int4multirange, pin text, summary text, card text,
       entry_summary text, entry text, regions text[], services text[])) WITH ORDINALITY AS row`,
    [JSON.stringify(records)],
  );
  for (const statement of INSERTS) await manager.query(statement);
  await manager.query(
    `WITH description AS MATERIALIZED (
       SELECT ordinality - 1 AS number, setweight(search_vector(text), 'D') AS vector
         FROM unnest($1::text[]) WITH ORDINALITY AS text(text))
     INSERT INTO listing (id, slug, organization_id, sort_name, status, geog, map_x, map_y, tags,
       search, verified_at, due_at, open_week, time_zone, pin, summary, card)
     SELECT id, slug, id, fold(name), 'active',
       ST_SetSRID(ST_MakePoint(longitude, latitude), 4326)::geography, map_x, map_y, tags,
       setweight(search_vector(name), 'A') || setweight(search_vector(keywords), 'B') || vector,
       verified_at, due_at, open_week, CASE WHEN open_week IS NOT NULL THEN '${TIME_ZONE}' END,
       pin, summary, card
     FROM generated JOIN description ON number = description
     ORDER BY generated.ordinality`,
    [descriptions],
  );
  await manager.query('DROP TABLE generated');
}

function recordOf({ card, ...row }: GeneratedListing, tags: unknown[]) {
  const { id, slug, name, service_types, status, location, verified_at } = card;
  const { visibility, latitude, longitude } = location ?? {};
  const pin = {
    kind: 'point',
    id,
    slug,
    name,
    service_types,
    status,
    visibility,
    latitude,
    longitude,
  };
  return {
    ...row,
    id,
    slug,
    name,
    keywords: [location?.city, ...service_types].join(' '),
    tags,
    verified_at,
    regions: card.serves,
    services: service_types,
    pin: JSON.stringify(pin),
    summary: JSON.stringify(listingSummary(card)),
    card: JSON.stringify(card),
    ...entryOf(card),
  };
}

/** The organization as it is served. */
function entryOf(card: GeneratedListing['card']): { entry: string; entry_summary: string } {
  const { id, slug, name, description, website, email, serves, service_types, status } = card;
  const { confidence, source_date, verified_at, sources } = card;
  const entry: Omit<Organization, 'freshness'> = {
    ...{ id, slug, name, aliases: [], description, website, email, regions: serves, service_types },
    ...{ status, status_note: null, translations: [], confidence, source_date, verified_at },
    ...{ sources, facilities: [] },
  };
  const summary = entrySummaryFields.organization.filter((field) => field in entry);
  return {
    entry: JSON.stringify(entry),
    entry_summary: JSON.stringify(entry, summary),
  };
}
