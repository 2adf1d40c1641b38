import pg from 'pg';
import { geocentric } from '#geo';

/**
 * The fields of a listing in a list as columns, in a table of its own with the same index, and a
 * function that returns the nearest: what PostGraphile needs to answer the same question.
 */
const SCHEMA = `
  DROP SCHEMA IF EXISTS bench CASCADE;
  CREATE SCHEMA bench;
  CREATE TABLE bench.place AS
    SELECT id, slug, summary::jsonb->>'name' AS name,
           summary::jsonb->'organization'->>'slug' AS organization,
           ARRAY(SELECT jsonb_array_elements_text(summary::jsonb->'service_types')) AS service_types,
           summary::jsonb->'location'->>'city' AS city,
           summary::jsonb->'location'->>'region' AS region,
           summary::jsonb->'location'->>'country' AS country,
           ST_Y(geog::geometry) AS latitude, ST_X(geog::geometry) AS longitude,
           summary::jsonb->'location'->>'precision' AS precision,
           summary::jsonb->'location'->>'visibility' AS visibility,
           summary::jsonb->>'phone' AS phone, summary::jsonb->>'website' AS website, status,
           summary::jsonb->>'source_date' AS source_date, verified_at, due_at,
           open_week::text AS open_week, time_zone, geog, xyz
      FROM listing WHERE xyz IS NOT NULL AND status <> 'closed';
  CREATE INDEX ON bench.place USING gist (xyz gist_geometry_ops_nd);
  ANALYZE bench.place;
  CREATE TYPE bench.nearest_place AS (id uuid, slug text, name text, organization text,
    service_types text[], city text, region text, country text, latitude double precision,
    longitude double precision, precision text, visibility text, phone text, website text,
    status text, source_date text, verified_at timestamptz, due_at timestamptz, open_week text,
    time_zone text, distance_m double precision);
  CREATE FUNCTION bench.nearest(longitude double precision, latitude double precision,
      x double precision, y double precision, z double precision)
    RETURNS SETOF bench.nearest_place LANGUAGE sql STABLE AS $$
      SELECT id, slug, name, organization, service_types, city, region, country, place.latitude,
             place.longitude, precision, visibility, phone, website, status, source_date,
             verified_at, due_at, open_week, time_zone,
             ST_Distance(geog, ST_SetSRID(ST_MakePoint($1, $2), 4326)::geography)
        FROM bench.place ORDER BY xyz <<->> ST_MakePoint($3, $4, $5) LIMIT 20 $$;`;

const FIELDS = `rowId slug name organization serviceTypes city region country latitude longitude
  precision visibility phone website status sourceDate verifiedAt dueAt openWeek timeZone distanceM`;

const QUERY = `query ($longitude: Float!, $latitude: Float!, $x: Float!, $y: Float!, $z: Float!) {
  nearest(longitude: $longitude, latitude: $latitude, x: $x, y: $y, z: $z) { nodes { ${FIELDS} } }
}`;

/** Creates the table and the function in a database that has the listings. */
export async function addNearestFunction(databaseUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query(SCHEMA);
  } finally {
    await client.end();
  }
}

/** Converts `/v1/nearby?lat=..&lon=..` to the body of a GraphQL request for the same fields. */
export function nearestQuery(path: string): string {
  const parameters = new URLSearchParams(path.slice(path.indexOf('?')));
  const [longitude, latitude] = [Number(parameters.get('lon')), Number(parameters.get('lat'))];
  const [x, y, z] = geocentric({ longitude, latitude });
  return JSON.stringify({ query: QUERY, variables: { longitude, latitude, x, y, z } });
}
