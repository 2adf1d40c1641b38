import { createServer } from 'node:http';
import pg from 'pg';
import { geocentric, geodesic, type Point } from '#geo';

/**
 * The baseline of nearest queries: the cost of Node and PostgreSQL without a framework.
 *
 * It does: parse the URL, look up tag numbers, run the same prepared statement over the composite
 * index on a bare pool of 10, sort by geodesic distance, add the distance and constants of the same
 * length as our other fields to the stored documents, and send them as one JSON text in the format of
 * our response, including remote help and help lines.
 *
 * It does not: validate the request, check whether unread rows could be closer, find the state of a
 * point (remote help is read once per filter and cached forever), compute opening states or
 * freshness, send an ETag or security headers, compress, or log.
 */
const NEAREST = `
  SELECT id, summary AS document, verified_at, due_at, open_week, time_zone,
         ST_X(geog::geometry) AS longitude, ST_Y(geog::geometry) AS latitude
    FROM listing WHERE status <> 'closed' AND xyz IS NOT NULL %TAGS%
   ORDER BY xyz <<->> ST_MakePoint($1, $2, $3) LIMIT 25`;
const PLAIN = { name: 'plain', text: NEAREST.replace('%TAGS%', '') };
const FILTERED = {
  name: 'filtered',
  text: NEAREST.replace('%TAGS%', 'AND tags @@ $4::query_int'),
};
const REMOTE = `SELECT summary AS document FROM listing
  WHERE geog IS NULL AND status <> 'closed' AND tags @@ $1::query_int ORDER BY sort_name LIMIT 3`;
const HELP_LINES = `SELECT summary AS document FROM directory_card
  WHERE kind = 'help_line' AND ($1::text IS NULL OR tags @@ $1::query_int)
  ORDER BY sort_name LIMIT 3`;
/** As long as what we say of a listing at most. */
const REQUEST_FIELDS = ',"freshness":"never","open":null';
const DEFAULT_REGIONS = ['US-TX'];

interface Near extends Point {
  document: string;
}

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 });
const tails = new Map<string, Promise<string>>();
const numbers = new Map<string, number>();

function term(kind: string, codes: string[]): string | null {
  if (codes.length === 0) return null;
  return `(${codes.map((code) => numbers.get(`${kind}:${code}`) ?? 0).join('|')})`;
}

async function tail(services: string[], regions: string[]): Promise<string> {
  const service = term('service', services);
  const serves = term('serves', [...(regions.length > 0 ? regions : DEFAULT_REGIONS), 'US']);
  const [remote, lines] = await Promise.all([
    pool.query<Near>(REMOTE, [service ? `${service}&${serves}` : serves]),
    pool.query<Near>(HELP_LINES, [service]),
  ]);
  const list = (rows: Near[]) => `[${rows.map(({ document }) => document).join(',')}]`;
  return `"place":null,"other_places":[],"remote":${list(remote.rows)},"help_lines":${list(lines.rows)},"widened":false}`;
}

async function respond(url: string): Promise<string> {
  const parameters = new URLSearchParams(url.slice(url.indexOf('?')));
  const services = parameters.get('service')?.split(',') ?? [];
  const regions = parameters.get('region')?.split(',') ?? [];
  const [longitude, latitude] = [Number(parameters.get('lon')), Number(parameters.get('lat'))];
  const from = { longitude, latitude };
  const point = geocentric(from);
  const tags = [term('service', services), term('region', regions)].filter((t) => t !== null);
  const nearest = pool.query<Near>(
    tags.length > 0
      ? { ...FILTERED, values: [...point, tags.join('&')] }
      : { ...PLAIN, values: [...point] },
  );
  const key = tags.join('&');
  const rest = tails.get(key) ?? tail(services, regions);
  tails.set(key, rest);
  const items = (await nearest).rows
    .map((row) => ({ ...row, meters: geodesic(from, row).distance_m }))
    .sort((a, b) => a.meters - b.meters)
    .slice(0, 20)
    .map(({ document, meters }) => {
      const distance = Math.round(meters * 10) / 10;
      return `${document.slice(0, -1)}${REQUEST_FIELDS},"distance_m":${distance}}`;
    });
  return `{"items":[${items.join(',')}],${await rest}`;
}

const { rows } = await pool.query<{ id: number; name: string }>(
  `SELECT id, kind || ':' || code AS name FROM tag`,
);
for (const { id, name } of rows) numbers.set(name, id);
const server = createServer((request, response) => {
  respond(request.url ?? '').then(
    (body) =>
      response
        .writeHead(200, {
          'content-type': 'application/json; charset=utf-8',
          'content-length': Buffer.byteLength(body),
        })
        .end(body),
    (error) => response.writeHead(500).end(String(error)),
  );
});
server.listen(Number(process.env.PORT), '127.0.0.1');
