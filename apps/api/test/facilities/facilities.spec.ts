import { randomUUID } from 'node:crypto';
import { parse } from 'csv-parse/sync';
import request from 'supertest';
import type { Facility, FacilityHelp, SpeedDialRecord } from '#contract';
import { publishChange } from '#directory';
import { anOrganization, removeTestOrganizations } from '../support/builders.ts';
import { startTestApp, type TestApp } from '../support/test-app.ts';

let at: TestApp;
beforeAll(async () => {
  at = await startTestApp();
});
afterAll(async () => {
  await removeTestOrganizations(at.db);
  await at.stop();
});

const EL_PASO = 'el-paso-service-processing-center';
const ELOY = 'eloy-detention-center';

describe('a facility is found', () => {
  const found = async (query: string): Promise<Facility[]> => {
    const { body, status } = await at.api.get(`/v1/facilities?${query}`);
    expect(status).toBe(200);
    return body.items;
  };
  const slugs = async (query: string) => (await found(query)).map(({ slug }) => slug);

  it.each([
    ['its name', 'q=Otay+Mesa', 'otay-mesa-detention-center'],
    ['its town', 'q=Calexico', 'imperial-regional-detention-facility'],
    ['its state', 'q=Arizona', ELOY],
    ['its state in Spanish', 'q=nuevo+mexico', 'otero-county-processing-center'],
    ['a name with a wrong letter', 'q=Eloi', ELOY],
    ['a name with letters left out', 'q=Adlanto', 'adelanto-ice-processing-center'],
    ['a name spelled by ear', 'q=Port+Isabell', 'port-isabel-service-processing-center'],
  ])('by %s', async (_, query, slug) => {
    expect(await slugs(query)).toContain(slug);
  });

  it('by nearness, the nearest first, with how far it is', async () => {
    const items = await found('near=Tucson');
    const far = items.map(({ distance_m }) => distance_m as number);
    expect(far).toEqual([...far].sort((a, b) => a - b));
    expect(items[0]).toMatchObject({ city: 'Eloy', region: 'US-AZ' });
    // About 47 miles up the valley.
    expect(far[0]).toBeGreaterThan(70_000);
    expect(far[0]).toBeLessThan(90_000);
    expect((await found('q=Eloy'))[0]).toMatchObject({ distance_m: null });
  });

  it('not where nothing is like it, and a wrong question says what would be right', async () => {
    expect(await slugs('q=Xyzzyville')).toEqual([]);
    expect((await at.api.get('/v1/facilities?near=Xyzzyville')).body.errors).toEqual([
      { name: 'near', detail: expect.stringMatching(/not known/) },
    ]);
    expect((await at.api.get('/v1/facilities?near=Tucson&q=Eloy')).status).toBe(400);
    expect((await at.api.get('/v1/facilities/nowhere/help')).status).toBe(404);
  });
});

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

describe('codes', () => {
  const codes = async (query = ''): Promise<string[]> => {
    const { body } = await at.api.get(`/v1/speed-dials${query}`);
    return body.items.map(({ code }: SpeedDialRecord) => code);
  };

  async function setStatus(code: string, status: string): Promise<void> {
    await at.db.transaction(async (manager) => {
      const [dial] = await manager.query(
        `SELECT id, help_line_id FROM speed_dial WHERE code = $1`,
        [code],
      );
      await manager.query(
        `UPDATE speed_dial SET status = $2,
           verified_at = CASE WHEN $2 = 'unverified' THEN NULL ELSE now() END WHERE id = $1`,
        [dial.id, status],
      );
      await publishChange(manager, 'help_line', [{ id: dial.help_line_id, action: 'updated' }]);
    });
    await at.settle();
  }

  it('say who answers, where they work, what is doubted, and what happened to them', async () => {
    const { body } = await at.api.get('/v1/speed-dials?code=9233%23');
    expect(body.items).toHaveLength(1);
    expect(body.items[0]).toMatchObject({
      code: '9233#',
      status: 'unverified',
      scope: null,
      verified_at: null,
      note: expect.stringContaining('*9233#'),
      owner: { kind: 'help_line', slug: 'national-immigration-detention-hotline' },
      hours: 'Mon-Fri 08:00-20:00 Pacific',
      phones: [{ number: '+12097573733' }],
      history: [
        { status: 'blocked', date: '2019-08-07', source_url: expect.stringMatching(/^https:/) },
        { status: null, date: '2020-02-11', source_url: expect.stringMatching(/^https:/) },
      ],
    });
    expect(body.items[0].sources.length).toBeGreaterThan(2);
    const { body: one } = await at.api.get(`/v1/speed-dials/${body.items[0].id}`);
    expect(one).toEqual(body.items[0]);
  });

  it('are found by facility, service, language and status', async () => {
    expect(await codes('?service=family-reunification')).toEqual(
      expect.arrayContaining(['699#', '9116#']),
    );
    expect(await codes('?language=es')).toEqual(['9116#']);
    expect(await codes('?status=working')).toEqual([]);
    expect(await codes(`?facility=${ELOY}`)).toHaveLength(5);
    expect((await at.api.get('/v1/speed-dials?facility=nowhere')).body.errors[0].name).toBe(
      'facility',
    );
    expect((await at.api.get('/v1/speed-dials?code=hash')).body.errors[0]).toMatchObject({
      name: 'code',
      detail: expect.stringContaining('%23'),
    });
    expect((await at.api.get(`/v1/speed-dials/${randomUUID()}`)).status).toBe(404);
  });

  it('are nowhere given for use once blocked or retired', async () => {
    for (const status of ['blocked', 'retired']) {
      await setStatus('699#', status);
      expect(await codes()).not.toContain('699#');
      expect(await codes(`?facility=${ELOY}`)).not.toContain('699#');
      expect(await codes(`?status=${status}`)).toEqual(['699#']);
      const { body } = await at.api.get(`/v1/facilities/${ELOY}/help`);
      expect(JSON.stringify(body.speed_dials)).not.toContain('699#');
      const { body: lines } = await at.api.get('/v1/help-lines?dialable_from=detention');
      expect(JSON.stringify(lines)).not.toContain('699#');
    }
    await setStatus('699#', 'unverified');
    expect(await codes()).toContain('699#');
  });

  it('have one status, wherever they are told: with the line, and with whose line it is', async () => {
    const told = async () => {
      const { body } = await at.api.get('/v1/organizations/freedom-for-immigrants');
      return body.listings[0].speed_dials;
    };
    expect(await told()).toMatchObject([{ code: '9233#', status: 'unverified' }]);
    await setStatus('9233#', 'blocked');
    expect(await told()).toMatchObject([{ code: '9233#', status: 'blocked' }]);
    await setStatus('9233#', 'unverified');
    const rows = await at.db.query(`SELECT code FROM speed_dial GROUP BY code HAVING count(*) > 1`);
    expect(rows).toEqual([]);
  });

  it('of one facility alone are not given for another', async () => {
    await at.db.transaction(async (manager) => {
      await manager.query(
        `INSERT INTO speed_dial_facility (speed_dial_id, facility_id)
         SELECT speed_dial.id, facility.id FROM speed_dial, facility
          WHERE code = '699#' AND facility.slug = $1`,
        [EL_PASO],
      );
      const [{ help_line_id: id }] = await manager.query(
        `SELECT help_line_id FROM speed_dial WHERE code = '699#'`,
      );
      await publishChange(manager, 'help_line', [{ id, action: 'updated' }]);
    });
    await at.settle();
    expect(await codes(`?facility=${EL_PASO}`)).toContain('699#');
    expect(await codes(`?facility=${ELOY}`)).not.toContain('699#');
    await at.db.query(`DELETE FROM speed_dial_facility`);
    await setStatus('699#', 'unverified');
  });

  it('come as a table too, by their media type or by name', async () => {
    const server = at.app.getHttpServer();
    const byName = await request(server).get('/v1/speed-dials?f=csv');
    expect(byName.headers['content-type']).toMatch(/^text\/csv/);
    const rows: Record<string, string>[] = parse(byName.text, { columns: true });
    expect(rows.map(({ code }) => code).sort()).toEqual((await codes()).sort());
    expect(rows.find(({ code }) => code === '#566')).toMatchObject({
      code_spelled: 'hash 5 6 6',
      status: 'unverified',
      scope: 'every facility',
      phones: 'tel:+18882721913; tel:+12022965191',
    });
    const byType = await request(server).get('/v1/speed-dials').set('accept', 'text/csv');
    expect(byType.text).toBe(byName.text);
    const refused = await request(server).get('/v1/speed-dials').set('accept', 'image/png');
    expect(refused.status).toBe(406);
  });
});
