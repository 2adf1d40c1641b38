import type { DataSource, EntityManager } from 'typeorm';
import {
  commonService,
  farState,
  type GeneratedListing,
  generatedListing,
  rareService,
} from './generated-listing.ts';
import { insertListings, tagsOf } from './generated-rows.ts';
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
      await insertListings(manager, rows.slice(from, from + BATCH), numbers);
    }
  });
  for (const table of [
    'listing',
    'directory_card',
    'organization',
    'change',
    'source',
    'record_summary',
  ]) {
    await db.query(`VACUUM ANALYZE ${table}`);
  }
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
