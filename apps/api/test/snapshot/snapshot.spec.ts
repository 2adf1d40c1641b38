import { gzipSync } from 'node:zlib';
import type { Snapshot, SnapshotListing } from '#contract';
import { publishChange } from '#directory';
import { anOrganization } from '../../../../test/directory/builders.ts';
import { sharedTestApp } from '../support/test-app.ts';

const at = sharedTestApp();

async function read(query = ''): Promise<Snapshot> {
  const { status, body } = await at.api.get(`/v1/snapshot${query}`);
  expect([query, status]).toEqual([query, 200]);
  return body;
}

const listingsOf = ({ organizations }: Snapshot): SnapshotListing[] =>
  organizations.flatMap(({ listings }) => listings);
const names = (snapshot: Snapshot) => listingsOf(snapshot).map(({ name }) => name);

it('holds everything that is published, closed places too', async () => {
  const whole = await read();
  expect(whole.changed).toBeNull();
  const [counts] = await at.db.query(
    `SELECT (SELECT count(*) FROM listing)::integer AS listings,
            (SELECT count(*) FROM directory_card WHERE kind <> 'speed_dial')::integer AS cards`,
  );
  const { organizations, help_lines, facilities } = whole;
  const listings = listingsOf(whole);
  expect(listings).toHaveLength(counts.listings);
  expect(organizations.length + help_lines.length + facilities.length).toBe(counts.cards);
  expect(listings.some(({ status }) => status === 'closed')).toBe(true);
});

it('is small enough for a phone: at most 300 kB for 1,000 listings', async () => {
  const { organizations, ...rest } = await read('?sources=false');
  const gzipped = (value: unknown) => gzipSync(JSON.stringify(value)).length;
  const each = gzipped(organizations) / organizations.flatMap(({ listings }) => listings).length;
  const bytes = Math.round(gzipped(rest) + each * 1000);
  expect([bytes, bytes <= 300_000]).toEqual([bytes, true]);
  expect(organizations[0]).not.toHaveProperty('sources');
});

it('leaves out the texts of languages that are not wanted', async () => {
  const languagesOf = ({ organizations }: Snapshot) =>
    new Set(organizations.flatMap(({ translations }) => translations.map((one) => one.language)));
  expect(languagesOf(await read())).toContain('es');
  expect(languagesOf(await read('?translations=en')).size).toBe(0);
  expect(languagesOf(await read('?translations=ht,es'))).toEqual(new Set(['es']));
  const { body, status } = await at.api.get('/v1/snapshot?translations=Spanish');
  expect([status, body.errors?.[0]?.name]).toEqual([400, 'translations']);
});

it('tells the hours, so that open and closed can be told later', async () => {
  const schedule = {
    byday: 'MO,TU',
    opens_at: '08:00',
    closes_at: '17:00',
    time_zone: 'America/Denver',
  };
  const { id } = await anOrganization(at.db, { name: 'With hours', schedule });
  await at.settle();
  const { organizations } = await read();
  const [listing] = organizations.find((organization) => organization.id === id)?.listings ?? [];
  expect(listing?.opening_hours).toEqual({
    time_zone: 'America/Denver',
    special_days: [],
    week: [
      [480, 1020],
      [1920, 2460],
    ],
  });
});

it('gives only what changed since, and names what is gone', async () => {
  await anOrganization(at.db, { name: 'Kept' });
  await at.db.query(`UPDATE change SET at = at - interval '1 day'`);
  await anOrganization(at.db, { name: 'Last before' });
  await at.settle();
  const before = await read();
  const gone = await anOrganization(at.db, { name: 'Soon gone' });
  await at.db.transaction(async (manager) => {
    await manager.query(`DELETE FROM organization WHERE id = $1`, [gone.id]);
    await publishChange(manager, 'organization', [{ id: gone.id, action: 'deleted' }]);
  });
  const added = await anOrganization(at.db, { name: 'Added' });
  await at.settle();
  const delta = await read(`?since=${before.sequence}`);
  expect(delta.sequence).toBeGreaterThan(before.sequence);
  expect(delta.changed).toEqual(expect.arrayContaining([gone.id, added.id]));
  expect(names(delta)).toContain('Added');
  expect(names(delta)).not.toContain('Soon gone');
  expect(delta.organizations.map(({ id }) => id)).not.toContain(gone.id);
  expect(names(delta)).not.toContain('Kept');
  expect(names(before)).toContain('Kept');
});

it('can be had for some states alone, with help that serves them from elsewhere', async () => {
  const listings = listingsOf(await read('?region=US-TX'));
  expect(listings.length).toBeGreaterThan(5);
  for (const { location, serves } of listings) {
    expect(location?.region === 'US-TX' || serves.includes('US-TX')).toBe(true);
  }
});

it.each([
  ['?since=-1', 'since'],
  ['?since=x', 'since'],
  ['?region=Texas', 'region'],
  ['?colour=blue', 'colour'],
])('refuses %s', async (query, name) => {
  const { status, body } = await at.api.get(`/v1/snapshot${query}`);
  expect(status).toBe(400);
  expect(body.errors[0].name).toBe(name);
});
