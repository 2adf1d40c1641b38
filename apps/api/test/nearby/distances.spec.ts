import fc from 'fast-check';
import { anOrganization } from '../../../../test/directory/builders.ts';
import { rawClient } from '../support/raw-client.ts';
import { sharedTestApp } from '../support/test-app.ts';

const FARTHEST = [
  { longitude: 0, latitude: 90 },
  { longitude: 0, latitude: -90 },
  { longitude: 180, latitude: 0 },
  { longitude: -179.999, latitude: 51 },
  { longitude: 179.999, latitude: -51 },
  { longitude: 73.5, latitude: -31.76 },
];

interface Position {
  longitude: number;
  latitude: number;
}

/** What PostGIS says of the way to a place. */
interface Measured {
  metres: number;
  degrees: number | null;
}

interface Found {
  distance_m: number;
  bearing_deg: number | null;
  location: { latitude: number; longitude: number; region: string };
  id: string;
}

const at = sharedTestApp();
let near: (point: { latitude: number; longitude: number }, limit?: number) => Promise<Found[]>;
beforeAll(async () => {
  const ask = rawClient(at.app);
  near = async ({ latitude, longitude }, limit = 100) => {
    const { text } = await ask('/v1/nearby', {
      body: { lat: latitude, lon: longitude, limit, fields: ['bearing_deg'] },
    });
    return JSON.parse(text).items;
  };
  for (const [index, point] of FARTHEST.entries()) {
    await anOrganization(at.db, { point, name: `Far away ${index}` });
  }
  await at.settle();
});

async function measure(from: Position, places: Position[]): Promise<Measured[]> {
  return await at.db.query(
    `SELECT ST_Distance(origin, place) AS metres, degrees(ST_Azimuth(origin, place)) AS degrees
       FROM (SELECT ST_MakePoint($1, $2)::geography AS origin) AS asked,
            LATERAL (SELECT position, ST_MakePoint(longitude, latitude)::geography AS place
                       FROM unnest($3::float8[], $4::float8[])
                            WITH ORDINALITY AS point(longitude, latitude, position)) AS places
      ORDER BY position`,
    [
      from.longitude,
      from.latitude,
      places.map(({ longitude }) => longitude),
      places.map(({ latitude }) => latitude),
    ],
  );
}

const border = fc.record({
  latitude: fc.double({ min: 25, max: 34, noNaN: true }),
  longitude: fc.double({ min: -118, max: -97, noNaN: true }),
});
const world = fc.record({
  latitude: fc.double({ min: -90, max: 90, noNaN: true }),
  longitude: fc.double({ min: -180, max: 180, noNaN: true }),
});

describe.each([
  ['along the border', border],
  ['anywhere on earth', world],
])('distances %s', (_, points) => {
  it('agree with PostGIS within 0.1 %, in exact order, and so do bearings', async () => {
    await fc.assert(
      fc.asyncProperty(points, async (point) => {
        const found = await near(point);
        const metres = found.map(({ distance_m }) => distance_m);
        expect(metres).toEqual([...metres].sort((a, b) => a - b));
        const measured = await measure(
          point,
          found.map(({ location }) => location),
        );
        for (const [index, { distance_m, bearing_deg }] of found.entries()) {
          const { metres: exact, degrees } = measured[index] as Measured;
          expect(Math.abs(distance_m - exact)).toBeLessThanOrEqual(exact * 0.001 + 0.1);
          // Near the point and near its antipode every direction is as good as another.
          if (exact < 1000 || exact > 19_900_000 || Math.abs(point.latitude) > 89) continue;
          const turn = Math.abs((((bearing_deg ?? 0) - Number(degrees) + 540) % 360) - 180);
          expect(turn).toBeLessThan(1);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('the nearest', () => {
  it('are the same as when everything is measured', async () => {
    const all = await at.db.query<{ id: string; longitude: number; latitude: number }[]>(
      `SELECT id, ST_X(geog::geometry) AS longitude, ST_Y(geog::geometry) AS latitude
         FROM listing WHERE geog IS NOT NULL AND status <> 'closed'`,
    );
    await fc.assert(
      fc.asyncProperty(world, fc.integer({ min: 1, max: 20 }), async (point, limit) => {
        const found = await near(point, limit);
        const measured = await measure(point, all);
        const wanted = measured
          .map(({ metres }) => metres)
          .sort((a, b) => a - b)
          .slice(0, limit);
        expect(found).toHaveLength(limit);
        found.forEach(({ distance_m }, index) => {
          expect(Math.abs(distance_m - Number(wanted[index]))).toBeLessThan(1);
        });
      }),
      { numRuns: 60 },
    );
  });

  it('are found from the poles, the antimeridian and the sea', async () => {
    const north = await near({ latitude: 90, longitude: 0 }, 1);
    expect(north[0]).toMatchObject({ distance_m: 0, bearing_deg: null });
    const west = await near({ latitude: 51, longitude: 179.999 }, 1);
    const east = await near({ latitude: 51, longitude: -180 }, 1);
    expect(west[0]?.id).toBe(east[0]?.id);
    expect(west[0]?.distance_m).toBeLessThan(200);
    expect(await near({ latitude: 25, longitude: -90 }, 5)).toHaveLength(5);
  });
});
