import { anOrganization, removeTestOrganizations } from '../../../../test/directory/builders.ts';
import { sharedTestApp } from '../support/test-app.ts';

const at = sharedTestApp();

const NATIONWIDE = 'Help by telephone in the whole country';

/** The names of all help without a visit that is offered at a position. */
async function remoteHelpAt(latitude: number, longitude: number): Promise<string[]> {
  const { body } = await at.api.post('/v1/nearby', { lat: latitude, lon: longitude });
  const remote = await at.api.get(`${body.more.remote}&limit=100`);
  return remote.body.items.map(({ name }: { name: string }) => name);
}

describe('the country of a position', () => {
  beforeAll(async () => {
    await anOrganization(at.db, { name: NATIONWIDE, point: null, region: 'US' });
    await at.settle();
  });
  afterAll(async () => {
    await removeTestOrganizations(at.db);
    await at.settle();
  });

  // The nearest towns of some of these are on the other side.
  it.each([
    ['Otay Mesa Detention Center', 32.575837, -116.915591],
    ['San Ysidro', 32.55, -117.04],
    ['the crossing of Otay Mesa', 32.56, -116.94],
    ['Lukeville', 31.89, -112.82],
    ['Antelope Wells', 31.34, -108.53],
  ])('%s is offered help in the whole United States', async (_, latitude, longitude) => {
    expect(await remoteHelpAt(latitude, longitude)).toContain(NATIONWIDE);
  });

  it.each([
    ['Playas de Tijuana', 32.52, -117.12],
    ['Nogales, Sonora', 31.32, -110.94],
    ['the south of Ciudad Juárez', 31.74, -106.46],
  ])('%s is not', async (_, latitude, longitude) => {
    expect(await remoteHelpAt(latitude, longitude)).not.toContain(NATIONWIDE);
  });
});
