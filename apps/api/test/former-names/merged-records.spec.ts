import { inTransaction } from '#database';
import { publishChange } from '#directory';
import { aFacility, aHelpLine, anOrganization } from '../../../../test/directory/builders.ts';
import { siteWithFormerNames } from './support.ts';

const site = siteWithFormerNames();

type Kind = 'organization' | 'help_line' | 'facility';

/** Merges records into others, one after the other. */
async function merge(kind: Kind, ...merges: [from: { id: string }, into: { id: string }][]) {
  await inTransaction(site.at.db, async (manager) => {
    for (const [{ id }] of merges) {
      await manager.query(`DELETE FROM source WHERE record_id = $1`, [id]);
      await manager.query(`DELETE FROM ${kind} WHERE id = $1`, [id]);
    }
    await publishChange(
      manager,
      kind,
      merges.map(([from, into]) => ({
        id: from.id,
        action: 'merged_into' as const,
        merged_into: into.id,
      })),
    );
  });
  await site.at.settle();
}

async function edit(kind: Kind, id: string, sql: string): Promise<void> {
  await inTransaction(site.at.db, async (manager) => {
    await manager.query(sql, [id]);
    await publishChange(manager, kind, [{ id, action: 'updated' }]);
  });
  await site.at.settle();
}

describe('the names of a merged organization', () => {
  it('lead to the other one, and those of its listings to a listing of that', async () => {
    const merged = await anOrganization(site.at.db);
    const other = await anOrganization(site.at.db);
    const { sequence } = (await site.at.api.get('/v1/snapshot')).body;
    await merge('organization', [merged, other]);
    for (const name of [merged.id, merged.slug]) {
      expect(await site.follow(`/v1/organizations/${name}`)).toEqual([
        308,
        `/v1/organizations/${other.slug}`,
      ]);
    }
    for (const name of [merged.locationId, merged.slug]) {
      expect(await site.follow(`/v1/listings/${name}?f=geojson`)).toEqual([
        308,
        `/v1/listings/${other.slug}?f=geojson`,
      ]);
      expect(await site.follow(`/es/listing/${name}`)).toEqual([308, `/es/listing/${other.slug}`]);
    }
    const { changed, organizations } = (await site.at.api.get(`/v1/snapshot?since=${sequence}`))
      .body;
    expect(changed).toEqual(expect.arrayContaining([merged.id, other.id]));
    expect(organizations.map(({ id }: { id: string }) => id)).not.toContain(merged.id);
  });

  it('lead to where it is now in one step, with those that led to it', async () => {
    const first = await anOrganization(site.at.db);
    const second = await anOrganization(site.at.db);
    const third = await anOrganization(site.at.db);
    const old = first.slug;
    await edit(
      'organization',
      first.id,
      `WITH places AS (UPDATE location SET slug = 'test-renamed' WHERE organization_id = $1)
       UPDATE organization SET slug = 'test-renamed' WHERE id = $1`,
    );
    await merge('organization', [first, second]);
    await merge('organization', [second, third]);
    for (const name of [old, 'test-renamed', first.id, second.slug, second.id]) {
      expect([name, await site.follow(`/v1/organizations/${name}`)]).toEqual([
        name,
        [308, `/v1/organizations/${third.slug}`],
      ]);
    }
    for (const name of [old, 'test-renamed', first.locationId, second.slug, second.locationId]) {
      expect([name, await site.follow(`/v1/listings/${name}`)]).toEqual([
        name,
        [308, `/v1/listings/${third.slug}`],
      ]);
    }
  });

  it('lead to the last of several that were merged at once', async () => {
    const first = await anOrganization(site.at.db);
    const second = await anOrganization(site.at.db);
    const third = await anOrganization(site.at.db);
    await merge('organization', [first, second], [second, third]);
    for (const name of [first.slug, second.slug]) {
      expect(await site.follow(`/v1/organizations/${name}`)).toEqual([
        308,
        `/v1/organizations/${third.slug}`,
      ]);
      expect(await site.follow(`/v1/listings/${name}`)).toEqual([
        308,
        `/v1/listings/${third.slug}`,
      ]);
    }
  });

  it('stay with a place that the other one takes over, and with the other if it takes them', async () => {
    const merged = await anOrganization(site.at.db);
    const other = await anOrganization(site.at.db);
    await inTransaction(site.at.db, async (manager) => {
      await manager.query(
        `UPDATE location SET organization_id = $2, slug = 'test-taken-over' WHERE organization_id = $1`,
        [merged.id, other.id],
      );
      await manager.query(
        `UPDATE service_at_location SET service_id =
           (SELECT id FROM service WHERE organization_id = $2) WHERE location_id = $1`,
        [merged.locationId, other.id],
      );
      await manager.query(`DELETE FROM organization WHERE id = $1`, [merged.id]);
      await manager.query(`UPDATE organization SET slug = $2 WHERE id = $1`, [
        other.id,
        merged.slug,
      ]);
      await publishChange(manager, 'organization', [
        { id: merged.id, action: 'merged_into', merged_into: other.id },
      ]);
    });
    await site.at.settle();
    expect(await site.follow(`/v1/organizations/${merged.slug}`)).toEqual([200]);
    expect(await site.follow(`/v1/organizations/${merged.id}`)).toEqual([
      308,
      `/v1/organizations/${merged.slug}`,
    ]);
    expect(await site.follow(`/v1/listings/${merged.locationId}`)).toEqual([200]);
    expect(await site.follow(`/v1/listings/${merged.slug}`)).toEqual([
      308,
      '/v1/listings/test-taken-over',
    ]);
  });
});

it('the names of merged facilities and help lines lead to the others', async () => {
  const facilities = [
    await aFacility(site.at.db, 'One'),
    await aFacility(site.at.db, 'Two'),
  ] as const;
  const lines = [await aHelpLine(site.at.db, 'One'), await aHelpLine(site.at.db, 'Two')] as const;
  await merge('facility', [...facilities]);
  await merge('help_line', [...lines]);
  for (const [path, [merged, other]] of [
    ['/v1/facilities', facilities],
    ['/v1/help-lines', lines],
  ] as const) {
    for (const name of [merged.id, merged.slug]) {
      expect(await site.follow(`${path}/${name}`)).toEqual([308, `${path}/${other.slug}`]);
    }
  }
  expect(await site.follow(`/en/facility/${facilities[0].slug}`)).toEqual([
    308,
    `/en/facility/${facilities[1].slug}`,
  ]);
});

it('a name is not found once what it led to is gone', async () => {
  const merged = await anOrganization(site.at.db);
  const other = await anOrganization(site.at.db);
  await merge('organization', [merged, other]);
  await inTransaction(site.at.db, async (manager) => {
    await manager.query(`DELETE FROM source WHERE record_id = $1`, [other.id]);
    await manager.query(`DELETE FROM organization WHERE id = $1`, [other.id]);
    await publishChange(manager, 'organization', [{ id: other.id, action: 'deleted' }]);
  });
  await site.at.settle();
  for (const name of [merged.slug, merged.id, other.slug]) {
    expect(await site.follow(`/v1/organizations/${name}`)).toEqual([404]);
    expect(await site.follow(`/v1/listings/${name}`)).toEqual([404]);
  }
});
