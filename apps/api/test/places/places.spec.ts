import { sharedTestApp } from '../support/test-app.ts';

const at = sharedTestApp();

describe('places', () => {
  it.each([
    ['El Paso', 'El Paso', 'US-TX'],
    ['el paso tx', 'El Paso', 'US-TX'],
    ['EL PASO, Texas', 'El Paso', 'US-TX'],
    ['Cd. Juarez', 'Ciudad Juárez', 'MX-CHH'],
    ['Ciudad Juárez', 'Ciudad Juárez', 'MX-CHH'],
    ['79901', '79901 El Paso', 'US-TX'],
    ['Tuscon', 'Tucson', 'US-AZ'],
    ['nogales sonora', 'Nogales', 'MX-SON'],
    ['Nogales, AZ', 'Nogales', 'US-AZ'],
    ['Nogales, Ariz', 'Nogales', 'US-AZ'],
    ['nogales estados unidos', 'Nogales', 'US-AZ'],
    ['guatemala city', 'Guatemala City', null],
  ])('%s is %s in %s', async (typed, name, region) => {
    const { body } = await at.api.get(`/v1/places?q=${encodeURIComponent(typed)}`);
    expect(body.items[0]).toMatchObject({ name, region });
  });
});
