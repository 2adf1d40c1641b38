import type { SpeedDialRecord } from '#contract';
import { inTransaction } from '#database';
import { addSpeedDial, publishChange } from '#directory';
import { aFacility, aHelpLine, anOrganization } from '../../../../test/directory/builders.ts';
import { sharedTestApp } from '../support/test-app.ts';

const at = sharedTestApp();

it('a facility that is renamed has its new name and slug at once wherever it is shown', async () => {
  const facility = await aFacility(at.db, 'Before');
  const organization = await anOrganization(at.db, { name: 'Visits and answers' });
  const line = await aHelpLine(at.db, 'Answers', organization.id);
  await inTransaction(at.db, async (manager) => {
    await addSpeedDial(manager, line.slug, { code: '4501#', scope: [facility.slug], note: null });
    await manager.query(
      `INSERT INTO organization_facility (organization_id, facility_id, statement)
       VALUES ($1, $2, 'It visits.')`,
      [organization.id, facility.id],
    );
    await publishChange(manager, 'organization', [{ id: organization.id, action: 'updated' }]);
  });
  await at.settle();
  const shown = async () => {
    const read = async (path: string) => (await at.api.get(path)).body;
    const dials = await read('/v1/speed-dials?code=4501%23');
    const lines = await read('/v1/help-lines?include=details');
    const found = lines.items.find(({ slug }: { slug: string }) => slug === line.slug);
    const whole = await read(`/v1/organizations/${organization.slug}`);
    const listing = await read(`/v1/listings/${organization.slug}`);
    return {
      codes: dials.items.map(({ scope }: SpeedDialRecord) => scope),
      helpLine: found.speed_dials[0].scope,
      facilities: whole.facilities.map((served: { facility: unknown }) => served.facility),
      organization: whole.listings[0].speed_dials[0].scope,
      listing: listing.speed_dials[0].scope,
    };
  };
  const as = (slug: string, name: string) => ({
    codes: [[slug]],
    helpLine: [slug],
    facilities: [{ slug, name }],
    organization: [slug],
    listing: [slug],
  });
  expect(await shown()).toEqual(as(facility.slug, 'Before'));
  // An update of a copy also has what changed shortly before the copy was made.
  await at.db.query(`UPDATE change SET at = at - interval '1 day'
    WHERE seq < (SELECT max(seq) FROM change)`);
  const { body: copy } = await at.api.get('/v1/snapshot');

  await inTransaction(at.db, async (manager) => {
    await manager.query(`UPDATE facility SET slug = 'test-after', name = 'After' WHERE id = $1`, [
      facility.id,
    ]);
    await publishChange(manager, 'facility', [{ id: facility.id, action: 'updated' }]);
  });
  await at.settle();
  expect(await shown()).toEqual(as('test-after', 'After'));
  const { body: there } = await at.api.get('/v1/facilities/test-after/help');
  expect(there.speed_dials.map(({ code }: SpeedDialRecord) => code)).toContain('4501#');
  const { body: update } = await at.api.get(`/v1/snapshot?since=${copy.sequence}`);
  expect(update.changed).toEqual(expect.arrayContaining([facility.id, organization.id, line.id]));
});
