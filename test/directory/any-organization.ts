import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import type { DataSource, EntityManager } from 'typeorm';
import { publishChange } from '#directory';

const DAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const NUMBERS = ['+19155550101', '+19155550102', '+19155550103', '+19155550104'];

const schedule = fc.record({
  byday: fc.subarray(DAYS, { minLength: 1 }).map((days) => days.join(',')),
  opens_at: fc.constantFrom<string[]>('00:00', '08:00', '12:30'),
  closes_at: fc.constantFrom<string[]>('13:00', '20:00', '24:00'),
  time_zone: fc.constantFrom<string[]>('America/Denver', 'America/Phoenix'),
});
/** Closed or open on some days, every year or once. */
const specialSchedule = fc.record({
  freq: fc.constantFrom('DAILY', 'YEARLY'),
  valid_from: fc.constantFrom('2026-11-26', '2026-12-24'),
  valid_to: fc.constantFrom('2026-12-24', '2027-01-01'),
  opens_at: fc.constant(null),
  closes_at: fc.constant(null),
  time_zone: fc.constant('America/Denver'),
});
const schedules = fc
  .tuple(fc.array(schedule, { maxLength: 2 }), fc.array(specialSchedule, { maxLength: 1 }))
  .map(([weekly, special]) => [...weekly, ...special]);
const phones = fc.subarray(NUMBERS);

/** A service as HSDS allows it; `at` are positions in the list of locations. */
const service = fc.record({
  status: fc.constantFrom('active', 'active', 'temporarily closed', 'inactive', 'defunct'),
  codes: fc.subarray(['shelter', 'legal', 'food', 'medical']),
  languages: fc.subarray(['en', 'es', 'ht']),
  costs: fc.subarray(['free', 'low-cost', 'paid']),
  accepts: fc.subarray(['walk-ins', 'children', 'families']),
  areas: fc.subarray(['US-TX', 'US-AZ', 'MX-CHH', 'US']),
  documents: fc.subarray(['A photo', 'A letter']),
  schedules,
  phones,
  at: fc.array(fc.record({ location: fc.integer({ min: 0, max: 2 }), schedules }), {
    maxLength: 3,
  }),
});

/** A location as HSDS allows it, with any number of addresses, phones, hours and notes. */
const location = fc.record({
  type: fc.constantFrom('physical', 'physical', 'postal'),
  visibility: fc.constantFrom('exact', 'area', 'hidden'),
  point: fc.boolean(),
  addresses: fc.array(fc.constantFrom('physical', 'postal'), { maxLength: 3 }),
  notes: fc.subarray(['A ramp at the back', 'No stairs']),
  schedules,
  phones,
});

/** Any organization that the schema allows. */
export const anyOrganization = fc.record({
  status: fc.constantFrom('active', 'active', 'unknown', 'closed'),
  services: fc.array(service, { maxLength: 3 }),
  locations: fc.array(location, { maxLength: 3 }),
  /** Whether its first place has the slug of the organization. */
  sameSlug: fc.boolean(),
});

type Shape<Arbitrary> = Arbitrary extends fc.Arbitrary<infer Value> ? Value : never;
export type AnyOrganization = Shape<typeof anyOrganization>;

export interface StoredOrganization {
  id: string;
  slug: string;
  /** One word that no other organization has. */
  name: string;
  services: string[];
  locations: string[];
}

/** The street of every place that is not public as a whole. */
export const SECRET_STREET = 'Zarzamora Alley 47113';

/** Writes such an organization and publishes it, as an editor would. */
export async function store(db: DataSource, parts: AnyOrganization): Promise<StoredOrganization> {
  const id = randomUUID();
  const stored = {
    id,
    slug: `test-${id}`,
    name: `Any${id.slice(0, 8)}`,
    services: parts.services.map(() => randomUUID() as string).sort(),
    locations: parts.locations.map(() => randomUUID() as string),
  };
  await db.transaction(async (manager) => {
    await manager.query(
      `INSERT INTO organization (id, slug, name, status, what_happened)
       VALUES ($1, $2, $3, $4, CASE WHEN $4 = 'closed' THEN 'It closed.' END)`,
      [id, stored.slug, stored.name, parts.status],
    );
    await storeLocations(manager, parts, stored);
    await storeServices(manager, parts, stored);
    await publishChange(manager, 'organization', [{ id, action: 'created' }]);
  });
  return stored;
}

async function storeLocations(
  manager: EntityManager,
  { locations, sameSlug }: AnyOrganization,
  stored: StoredOrganization,
): Promise<void> {
  const of = (index: number) => stored.locations[index] as string;
  const place_id = await elPaso(manager);
  await insert(
    manager,
    'location',
    locations.map(({ type, visibility, point }, index) => ({
      id: of(index),
      organization_id: stored.id,
      slug: sameSlug && index === 0 ? stored.slug : `test-${of(index)}`,
      location_type: type,
      name: 'House',
      visibility,
      point_precision: point ? 'address' : null,
      geog: point ? 'SRID=4326;POINT(-106.317531 31.842913)' : null,
      place_id,
    })),
  );
  const street = (visibility: string) => (visibility === 'exact' ? '1 Main St' : SECRET_STREET);
  await insert(
    manager,
    'address',
    locations.flatMap(({ addresses, visibility }, index) =>
      addresses.map((address_type, position) => ({
        id: randomUUID(),
        location_id: of(index),
        position,
        address_type,
        address_1: street(visibility),
        city: 'El Paso',
        state_province: 'US-TX',
        country: 'US',
      })),
    ),
  );
  await insert(
    manager,
    'accessibility',
    locations.flatMap(({ notes }, index) =>
      notes.map((description) => ({ id: randomUUID(), location_id: of(index), description })),
    ),
  );
  await insert(manager, 'phone', phoneRows('location_id', locations, of));
  await insert(manager, 'schedule', scheduleRows('location_id', locations, of));
}

async function storeServices(
  manager: EntityManager,
  { services, locations }: AnyOrganization,
  stored: StoredOrganization,
): Promise<void> {
  const of = (index: number) => stored.services[index] as string;
  const parts = <Value>(values: (one: AnyOrganization['services'][number]) => Value[]) =>
    services.flatMap((one, index) =>
      values(one).map((value) => ({ id: randomUUID(), service_id: of(index), value })),
    );
  await insert(
    manager,
    'service',
    services.map(({ status, accepts }, index) => ({
      id: of(index),
      organization_id: stored.id,
      name: `Service ${index}`,
      status,
      accepts,
    })),
  );
  for (const [table, column, values] of [
    ['language', 'code', parts(({ languages }) => languages)],
    ['cost_option', 'option', parts(({ costs }) => costs)],
    ['service_area', 'extent', parts(({ areas }) => areas)],
    ['required_document', 'document', parts(({ documents }) => documents)],
  ] as const) {
    const rows = values.map(({ value, ...row }) => ({ ...row, [column]: value }));
    await insert(
      manager,
      table,
      rows.map((row) => ({ ...row, ...defaults[table] })),
    );
  }
  for (const { id, service_id, value } of parts(({ codes }) => codes)) {
    await manager.query(
      `INSERT INTO attribute (id, link_id, link_entity, taxonomy_term_id)
       SELECT $1, $2, 'service', id FROM taxonomy_term WHERE code = $3`,
      [id, service_id, value],
    );
  }
  await insert(manager, 'phone', phoneRows('service_id', services, of));
  await insert(manager, 'schedule', scheduleRows('service_id', services, of));
  const given = services.flatMap(({ at }, index) => {
    const known = at.filter(({ location }) => location < locations.length);
    const once = new Map(known.map((one) => [one.location, one]));
    return [...once.values()].map((one) => ({ ...one, id: randomUUID(), service_id: of(index) }));
  });
  await insert(
    manager,
    'service_at_location',
    given.map(({ id, service_id, location }) => ({
      id,
      service_id,
      location_id: stored.locations[location],
    })),
  );
  const idOf = (index: number) => given[index]?.id as string;
  await insert(manager, 'schedule', scheduleRows('service_at_location_id', given, idOf));
}

const defaults: Record<string, object> = { service_area: { extent_type: 'iso-3166' } };

function phoneRows(owner: string, owners: { phones: string[] }[], of: (index: number) => string) {
  return owners.flatMap((one, index) =>
    one.phones.map((number, position) => ({
      id: randomUUID(),
      [owner]: of(index),
      position,
      number,
    })),
  );
}

function scheduleRows(
  owner: string,
  owners: { schedules: object[] }[],
  of: (index: number) => string,
) {
  return owners.flatMap((one, index) =>
    one.schedules.map((line) => ({
      id: randomUUID(),
      [owner]: of(index),
      freq: 'WEEKLY',
      byday: null,
      valid_from: null,
      valid_to: null,
      ...line,
    })),
  );
}

async function elPaso(manager: EntityManager): Promise<string | undefined> {
  const [row] = await manager.query<{ id: string }[]>(
    `SELECT id FROM place WHERE kind = 'city' AND name = 'El Paso' AND region = 'US-TX'
      ORDER BY population DESC LIMIT 1`,
  );
  return row?.id;
}

async function insert(manager: EntityManager, table: string, rows: object[]): Promise<void> {
  if (rows.length === 0) return;
  const columns = Object.keys(rows[0] as object).join(', ');
  await manager.query(
    `INSERT INTO ${table} (${columns})
     SELECT ${columns} FROM jsonb_populate_recordset(NULL::${table}, $1::jsonb)`,
    [JSON.stringify(rows)],
  );
}
