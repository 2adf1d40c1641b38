import type { DataSource, EntityManager } from 'typeorm';
import { listingSummary } from '#contract';
import {
  commonService,
  descriptions,
  farState,
  type GeneratedListing,
  generatedListing,
  rareService,
  TIME_ZONE,
} from './generated-listing.ts';
import { type Town, Towns } from './generated-towns.ts';
import { SeededRandom } from './seeded-random.ts';

const RARE_ONE_IN = 2_000;
const COMMON_SHARE = 0.4;
const BATCH = 2_500;

/**
 * Adds listings around real towns to a database that has the records: each an organization with its
 * row of the read model, cards and tags included, lying in geohash order. What only editors read
 * (services, locations, addresses) is left out, so these cannot be edited.
 *
 * @param seed gives the same listings again; another one in the same database adds others
 */
export async function generateListings(db: DataSource, count: number, seed: number): Promise<void> {
  const rows = await drawListings(db, count, seed);
  await db.transaction(async (manager) => {
    await addRareService(manager);
    const numbers = await numberTags(manager, rows);
    for (let from = 0; from < rows.length; from += BATCH) {
      await insert(manager, rows.slice(from, from + BATCH), numbers);
    }
  });
  await db.query('VACUUM ANALYZE listing');
  await db.query('ANALYZE organization');
}

async function drawListings(
  db: DataSource,
  count: number,
  seed: number,
): Promise<GeneratedListing[]> {
  const random = new SeededRandom(seed);
  const towns = await Towns.read(db);
  const terms = await db.query<{ code: string }[]>(
    `SELECT code FROM taxonomy_term WHERE code <> $1 ORDER BY position`,
    [rareService],
  );
  const codes = terms.map(({ code }) => code);
  const rows = Array.from({ length: count }, (_, index) => {
    const rare = index % RARE_ONE_IN === 0 ? index / RARE_ONE_IN : null;
    const town: Town =
      rare !== null && rare % 2 === 0 ? towns.drawIn(farState, random) : towns.draw(random);
    const common = random.next() < COMMON_SHARE ? [commonService] : [];
    const services = [...new Set([...common, ...random.some(codes, 3 - common.length)])];
    if (rare !== null) services.splice(-1, 1, rareService);
    return generatedListing(random, { town, services, slug: `generated-${seed}-${index}` });
  });
  return rows.sort((a, b) => geohashOf(a) - geohashOf(b));
}

/** The bits of a geohash, 24 of each coordinate. */
function geohashOf({ longitude, latitude }: { longitude: number; latitude: number }): number {
  const x = Math.floor(((longitude + 180) / 360) * 2 ** 24);
  const y = Math.floor(((latitude + 90) / 180) * 2 ** 24);
  let bits = 0;
  for (let bit = 23; bit >= 0; bit -= 1) bits = bits * 4 + ((x >> bit) & 1) * 2 + ((y >> bit) & 1);
  return bits;
}

function tagsOf({ card }: GeneratedListing): string[] {
  return [
    ...card.service_types.map((code) => `service:${code}`),
    ...card.languages.map((code) => `language:${code}`),
    ...card.serves.flatMap((code) => [`region:${code}`, `serves:${code}`]),
    ...card.costs.map((code) => `cost:${code}`),
    `status:${card.status}`,
  ];
}

async function addRareService(manager: EntityManager): Promise<void> {
  await manager.query(
    `INSERT INTO taxonomy_term (id, taxonomy_id, code, names, description, position)
     SELECT gen_random_uuid(), id, $1, '{"en": "Rare", "es": "Raro"}', 'Generated', 1000
       FROM taxonomy ORDER BY name LIMIT 1 ON CONFLICT DO NOTHING`,
    [rareService],
  );
}

async function numberTags(
  manager: EntityManager,
  rows: GeneratedListing[],
): Promise<Map<string, number>> {
  await manager.query(
    `INSERT INTO tag (kind, code)
     SELECT split_part(name, ':', 1), split_part(name, ':', 2) FROM unnest($1::text[]) AS name
     ON CONFLICT DO NOTHING`,
    [[...new Set(rows.flatMap(tagsOf))]],
  );
  const tags = await manager.query<{ id: number; name: string }[]>(
    `SELECT id, kind || ':' || code AS name FROM tag`,
  );
  return new Map(tags.map(({ id, name }) => [name, id]));
}

async function insert(
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
  const json = JSON.stringify(records);
  await manager.query(
    `INSERT INTO source (id, record_kind, record_id, position, what)
     SELECT gen_random_uuid(), 'organization', id, 0, 'Generated'
       FROM jsonb_to_recordset($1::jsonb) AS row(id uuid, verified_at timestamptz)
      WHERE verified_at IS NOT NULL`,
    [json],
  );
  await manager.query(
    `INSERT INTO organization (id, slug, name, status, verified_at, due_at)
     SELECT id, slug, name, 'active', verified_at, due_at
       FROM jsonb_to_recordset($1::jsonb) AS row(id uuid, slug text, name text,
         verified_at timestamptz, due_at timestamptz)`,
    [json],
  );
  await manager.query(
    `INSERT INTO change (kind, record_id, action)
     SELECT 'organization', id, 'created' FROM jsonb_to_recordset($1::jsonb) AS row(id text)`,
    [json],
  );
  await manager.query(
    `WITH description AS MATERIALIZED (
       SELECT ordinality - 1 AS number, setweight(search_vector(text), 'D') AS vector
         FROM unnest($2::text[]) WITH ORDINALITY AS text(text))
     INSERT INTO listing (id, slug, organization_id, sort_name, status, geog, map_x, map_y, tags,
       search, verified_at, due_at, open_week, time_zone, pin, summary, card)
     SELECT id, slug, id, fold(name), 'active',
       ST_SetSRID(ST_MakePoint(longitude, latitude), 4326)::geography, map_x, map_y, tags,
       setweight(search_vector(name), 'A') || setweight(search_vector(keywords), 'B') || vector,
       verified_at, due_at, open_week, CASE WHEN open_week IS NOT NULL THEN '${TIME_ZONE}' END,
       pin, summary, card
     FROM ROWS FROM (jsonb_to_recordset($1::jsonb) AS (id uuid, slug text, name text,
       keywords text, description integer, longitude double precision, latitude double precision,
       map_x double precision, map_y double precision, tags integer[], verified_at timestamptz,
       due_at timestamptz, open_week int4multirange, pin text, summary text, card text))
       WITH ORDINALITY AS row JOIN description ON number = description
     ORDER BY row.ordinality`,
    [json, descriptions],
  );
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
    pin: JSON.stringify(pin),
    summary: JSON.stringify(listingSummary(card)),
    card: JSON.stringify(card),
  };
}
