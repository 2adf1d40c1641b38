import type { EntityManager } from 'typeorm';
import { publishChange } from '#directory';
import { load, named, renameFacility, seededCopy } from '../support/load-records.ts';

const ORGANIZATION = 'annunciation-house';
const OFFICE = 'raices-austin';
const FACILITY = 'eloy-detention-center';

const newOrganization = (slug: string) => `
  INSERT INTO organization (id, slug, name, status, confidence)
  VALUES (gen_random_uuid(), '${slug}', 'New', 'active', 'confirmed')`;
const newPlace = (slug: string, owner = 'border-angels') => `
  INSERT INTO location (id, organization_id, slug, location_type, visibility)
  SELECT gen_random_uuid(), id, '${slug}', 'physical', 'area' FROM organization
   WHERE slug = '${owner}'`;

describe('the database refuses', () => {
  it.each([
    ['an organization', newOrganization(OFFICE), 'a place of the organization raices'],
    ['a place', newPlace('raices'), 'the slug of the organization raices'],
    [
      'an organization that is renamed',
      `UPDATE organization SET slug = '${OFFICE}' WHERE slug = 'border-angels'`,
      'a place of the organization raices',
    ],
    [
      'a place that goes to another organization',
      `UPDATE location SET organization_id = (SELECT id FROM organization WHERE slug = 'raices')
        WHERE slug = '${ORGANIZATION}'`,
      `the slug of the organization ${ORGANIZATION}`,
    ],
  ])('%s with the slug of another organization or its place', async (_, sql, meaning) => {
    const db = await seededCopy();
    await expect(db.query(sql)).rejects.toMatchObject({
      message: expect.stringContaining(meaning),
      driverError: { code: '23505', constraint: 'slug_is_unambiguous' },
    });
  });

  it('a slug that leads to another record', async () => {
    const db = await seededCopy();
    await load(db, (records) => {
      named(named(records.organizations, 'raices').locations, OFFICE).slug = 'raices-north';
      named(records['help-lines'], 'findhello').slug = 'hello';
      named(records.guides, 'cbp-one').slug = 'the-app';
      renameFacility(records, FACILITY, 'eloy');
    });
    for (const [sql, meaning] of [
      [newOrganization(OFFICE), 'former slug of the organization raices'],
      [newPlace(OFFICE), 'former slug of the organization raices'],
      [newPlace(OFFICE, 'raices'), 'former slug of the place raices-north'],
      [
        `UPDATE help_line SET slug = 'findhello' WHERE slug = 'asap-membership'`,
        'former slug of the help line hello',
      ],
      [
        `UPDATE guide SET slug = 'cbp-one' WHERE slug = 'what-asylum-is'`,
        'former slug of the guide the-app',
      ],
      [
        `UPDATE facility SET slug = '${FACILITY}' WHERE slug = 'adelanto-ice-processing-center'`,
        'former slug of the facility eloy',
      ],
    ] as const) {
      await expect(db.query(sql)).rejects.toThrow(meaning);
    }
  });

  it('them when the change is published, before anything else can fail', async () => {
    const db = await seededCopy();
    const clash = async (manager: EntityManager) => {
      const [{ id }] = await manager.query(`${newOrganization(OFFICE)} RETURNING id`);
      await manager.query(
        `INSERT INTO service (id, organization_id, name, status)
         VALUES (gen_random_uuid(), $1, 'New', 'active')`,
        [id],
      );
      await publishChange(manager, 'organization', [{ id, action: 'created' }]);
    };
    await expect(db.transaction(clash)).rejects.toThrow(
      `The organization ${OFFICE} cannot have this slug`,
    );
  });
});

describe('the database allows', () => {
  it('what a record is called already, or was called before, to that record', async () => {
    const db = await seededCopy();
    const call = (slug: string) =>
      load(db, ({ organizations }) => {
        named(named(organizations, 'raices').locations, OFFICE).slug = slug;
      });
    await call('raices-north');
    await call(OFFICE);
    await db.query(newPlace('border-angels-tijuana'));
    await db.query(`UPDATE organization SET slug = slug`);
  });

  it('the name of what is gone to another record', async () => {
    const db = await seededCopy();
    await db.transaction(async (manager) => {
      const [[row]] = await manager.query(
        `DELETE FROM organization WHERE slug = '${ORGANIZATION}' RETURNING id`,
      );
      await publishChange(manager, 'organization', [{ id: row.id, action: 'deleted' }]);
    });
    await db.query(newOrganization(ORGANIZATION));
  });
});
