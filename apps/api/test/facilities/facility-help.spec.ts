import type { FacilityHelp } from '#contract';
import { publishChange } from '#directory';
import { anOrganization, removeTestOrganizations } from '../../../../test/directory/builders.ts';
import { sharedTestApp } from '../support/test-app.ts';

const at = sharedTestApp();

const EL_PASO = 'el-paso-service-processing-center';

const ELOY = 'eloy-detention-center';

describe('help in a facility', () => {
  const help = async (slug: string): Promise<FacilityHelp> => {
    const { body } = await at.api.get(`/v1/facilities/${slug}/help`);
    return body;
  };

  it('is told by how sure it is: stated, then the same town, then the nearest', async () => {
    const { helpers } = await help(EL_PASO);
    const evidence = helpers.map((helper) => helper.evidence);
    expect(evidence).toEqual([...evidence].sort((a, b) => order(a) - order(b)));
    expect(evidence[0]).toBe('stated');
    expect(evidence).toContain('same-city');
    expect(helpers.length).toBeGreaterThanOrEqual(3);
    const slugs = helpers.map(({ listing }) => listing.organization.slug);
    expect(new Set(slugs).size).toBe(slugs.length);
    expect(slugs).toContain('estrella-del-paso');
    expect(slugs).toContain('las-americas-immigrant-advocacy-center');
    for (const { listing } of helpers) {
      expect(listing.service_types).toContain('legal');
      expect(listing.sources.length).toBeGreaterThan(0);
    }
  });

  it('quotes what is stated with its source, and each organization tells where it works', async () => {
    const { facility, helpers } = await help(ELOY);
    expect(facility.served_by).toHaveLength(1);
    expect(helpers[0]).toMatchObject({
      evidence: 'stated',
      stated: {
        statement: 'Adult programs in Florence and Eloy.',
        source_url: 'https://firrp.org/what/directservices/',
      },
    });
    const slug = helpers[0]?.listing.organization.slug;
    const { body } = await at.api.get(`/v1/organizations/${slug}`);
    expect(body.facilities).toContainEqual({
      facility: { slug: ELOY, name: 'Eloy Detention Center' },
      statement: 'Adult programs in Florence and Eloy.',
      source_url: 'https://firrp.org/what/directservices/',
      as_of: null,
    });
  });

  it('has the codes that may work there and the ways to find a person', async () => {
    const { speed_dials, locators } = await help(ELOY);
    expect(speed_dials.map(({ code }) => code).sort()).toEqual([
      '#566',
      '2150#',
      '699#',
      '9116#',
      '9233#',
    ]);
    expect(locators.map(({ slug }) => slug)).toEqual([
      'eoir-automated-case-information',
      'ice-online-detainee-locator-system',
    ]);
  });

  it('names what closes or comes no longer, and nobody who is gone', async () => {
    const { id, slug } = await anOrganization(at.db, { name: 'Visits' });
    const edit = (sql: string) =>
      at.db.transaction(async (manager) => {
        await manager.query(sql, [id]);
        await publishChange(manager, 'organization', [{ id, action: 'updated' }]);
      });
    await edit(
      `INSERT INTO organization_facility (organization_id, facility_id, statement)
       SELECT $1, id, 'It visits.' FROM facility WHERE slug = '${ELOY}'`,
    );
    const stated = async () =>
      (await help(ELOY)).helpers
        .filter(({ evidence }) => evidence === 'stated')
        .map(({ listing }) => listing.organization.slug);
    await at.settle();
    expect(await stated()).toContain(slug);
    await edit(
      `UPDATE organization SET status = 'closed', what_happened = 'It closed.' WHERE id = $1`,
    );
    await at.settle();
    expect(await stated()).not.toContain(slug);
    await removeTestOrganizations(at.db);
    await at.settle();
    expect(
      (await help(ELOY)).facility.served_by.map(({ organization }) => organization.slug),
    ).toEqual(['florence-immigrant-and-refugee-rights-project']);
  });
});

const order = (evidence: string) => ['stated', 'same-city', 'nearest'].indexOf(evidence);
