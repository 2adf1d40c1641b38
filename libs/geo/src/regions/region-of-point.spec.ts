import { gazetteerPlaces } from '../gazetteer/gazetteer-places.ts';
import { distanceToBorder } from './border.ts';
import { distanceToRegion, regionOfPoint } from './region-of-point.ts';

const NEAR_BORDER_METERS = 30_000;
/** All that is so near lies in this box, and much that is not. */
const isAround = ({ longitude, latitude }: { longitude: number; latitude: number }) =>
  longitude > -118 && longitude < -96 && latitude > 25 && latitude < 33.5;

/** A number is the id of a town at GeoNames (CC BY 4.0), which says where it is and in which state. */
const POINTS: [string, number, number, string, number | string][] = [
  ['Imperial Beach', -117.11308, 32.58394, 'US-CA', 5359054],
  ['San Ysidro', -117.043, 32.552, 'US-CA', 'U.S. Census Bureau, ZIP code 92173'],
  ['Friendship Park', -117.1222, 32.5353, 'US-CA', 'boundary monument 258'],
  ['Playas de Tijuana', -117.1205, 32.5265, 'MX-BCN', 'boundary monument 258, south of it'],
  ['Otay Mesa Detention Center', -116.915591, 32.575837, 'US-CA', 'seed/records/facilities.json'],
  ['Tijuana', -117.00371, 32.5027, 'MX-BCN', 3981609],
  ['Tecate', -116.62509, 32.56717, 'MX-BCN', 3982266],
  ['Campo', -116.46891, 32.60645, 'US-CA', 5333749],
  ['Calexico', -115.49888, 32.67895, 'US-CA', 5332698],
  ['Mexicali', -115.45446, 32.62781, 'MX-BCN', 3996069],
  ['Los Algodones', -114.73333, 32.7, 'MX-BCN', 3998214],
  ['San Luis', -114.78218, 32.487, 'US-AZ', 5312913],
  ['San Luis Río Colorado', -114.77186, 32.45612, 'MX-SON', 3985604],
  ['Lukeville', -112.8175, 31.8825, 'US-AZ', 'U.S. Census Bureau, ZIP code 85341'],
  ['Sonoita', -112.85129, 31.86165, 'MX-SON', 3982837],
  ['Aduana del Sásabe', -111.54608, 31.47076, 'MX-SON', 4019722],
  ['Nogales, Arizona', -110.93425, 31.34038, 'US-AZ', 5306611],
  ['Nogales, Sonora', -110.94217, 31.30862, 'MX-SON', 4004886],
  ['Naco, Arizona', -109.94813, 31.33538, 'US-AZ', 5306112],
  ['Naco, Sonora', -109.94669, 31.32701, 'MX-SON', 3995171],
  ['Douglas', -109.54534, 31.34455, 'US-AZ', 5293083],
  ['Agua Prieta', -109.54876, 31.33071, 'MX-SON', 4019260],
  ['Columbus', -107.64002, 31.8276, 'US-NM', 5462683],
  ['Puerto Palomas', -107.63439, 31.77718, 'MX-CHH', 3991350],
  ['Sunland Park', -106.57999, 31.7965, 'US-NM', 5493403],
  ['El Paso', -106.48693, 31.75872, 'US-TX', 5520993],
  ['Juárez', -106.46084, 31.72024, 'MX-CHH', 4013708],
  ['San Elizario', -106.27276, 31.58511, 'US-TX', 5530058],
  ['San Isidro', -106.27868, 31.54683, 'MX-CHH', 3986685],
  ['Presidio', -104.37215, 29.56074, 'US-TX', 5528669],
  ['Ojinaga', -104.41639, 29.56444, 'MX-CHH', 8858105],
  ['Del Rio', -100.89676, 29.36273, 'US-TX', 5520076],
  ['Ciudad Acuña', -100.95217, 29.32322, 'MX-COA', 4013728],
  ['Eagle Pass', -100.49952, 28.70914, 'US-TX', 5520677],
  ['Piedras Negras', -100.52353, 28.70007, 'MX-COA', 3992619],
  ['Laredo', -99.50754, 27.50641, 'US-TX', 4705349],
  ['Nuevo Laredo', -99.51639, 27.47629, 'MX-TAM', 3522551],
  ['Zapata', -99.27143, 26.90726, 'US-TX', 4743575],
  ['Nueva Ciudad Guerrero', -99.22863, 26.56219, 'MX-TAM', 3522617],
  ['Roma', -99.01581, 26.40526, 'US-TX', 8479429],
  ['Ciudad Miguel Alemán', -99.02836, 26.39952, 'MX-TAM', 3530590],
  ['Rio Grande City', -98.8203, 26.37979, 'US-TX', 4722837],
  ['Ciudad Camargo', -98.83378, 26.31437, 'MX-TAM', 3530602],
  ['McAllen', -98.23001, 26.20341, 'US-TX', 4709796],
  ['Hidalgo', -98.26307, 26.10035, 'US-TX', 4697442],
  ['Reynosa', -98.28835, 26.08061, 'MX-TAM', 3520339],
  ['Progreso', -97.95722, 26.0923, 'US-TX', 4720789],
  ['Nuevo Progreso', -97.95217, 26.0553, 'MX-TAM', 3522525],
  ['Brownsville', -97.49748, 25.90175, 'US-TX', 4676740],
  ['Heroica Matamoros', -97.50417, 25.87972, 'MX-TAM', 3523466],
];

it.each(POINTS)('%s', (_, longitude, latitude, region) => {
  expect(regionOfPoint({ longitude, latitude })).toBe(region);
});

it('every town near the border is in the country that GeoNames names', async () => {
  const towns = (await gazetteerPlaces()).filter(
    (place) =>
      place.kind === 'city' && isAround(place) && distanceToBorder(place) < NEAR_BORDER_METERS,
  );
  const elsewhere = towns.filter((town) => !regionOfPoint(town)?.startsWith(town.country));
  expect(towns.length).toBeGreaterThan(200);
  expect(elsewhere).toEqual([]);
});

it.each([
  ['Ottawa', -75.69, 45.42],
  ['Guatemala City', -90.51, 14.63],
  ['the Pacific', -120, 30],
  ['the Gulf', -95, 26],
])('%s is in neither country', (_, longitude, latitude) => {
  expect(regionOfPoint({ longitude, latitude })).toBeNull();
});

it('a point across the border is outside of a state by no less than the border is away', () => {
  const playas = { longitude: -117.1205, latitude: 32.5265 };
  expect(distanceToRegion(playas, 'US-CA')).toBeGreaterThan(700);
  expect(distanceToRegion(playas, 'MX-BCN')).toBe(0);
});
