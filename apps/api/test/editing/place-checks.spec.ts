import { randomUUID } from 'node:crypto';
import { sharedTestApp } from '../support/test-app.ts';
import { aDocument, addOrganization, anEditor, type Editor, removeEditors } from './editor.ts';

const at = sharedTestApp();
let editor: Editor;
beforeAll(async () => {
  editor = await anEditor(at);
});
afterAll(() => removeEditors(at));

const place = {
  point: { longitude: -106.45, latitude: 31.77 },
  precision: 'address',
  address_1: null as string | null,
  city: 'El Paso' as string | null,
  region: 'US-TX' as string | null,
};
const check = async (parts: object) =>
  (await editor.post('/v1/admin/place-checks', { ...place, ...parts })).body.warnings;
const codes = async (parts: object) =>
  (await check(parts)).map(({ code }: { code: string }) => code);
const pointAt = (longitude: number, latitude: number) => ({ point: { longitude, latitude } });

describe('the point of a place', () => {
  it.each([
    ['within its state', {}, []],
    ['in San Ysidro', { ...pointAt(-117.0423, 32.552), region: 'US-CA' }, []],
    ['at Otay Mesa', { ...pointAt(-116.9337, 32.5625), region: 'US-CA' }, []],
    ['in Nogales, Sonora', { ...pointAt(-110.945, 31.318), region: 'MX-SON' }, []],
    ['in Mexicali', { ...pointAt(-115.484, 32.66), region: 'MX-BCN' }, []],
    ['of a place whose state is not known', { ...pointAt(2, 48), region: null }, []],
    ['where nothing is', pointAt(0, 0), ['at_zero']],
    ['across the river', pointAt(-106.487, 31.739), ['outside_country']],
    [
      'on this side of the river',
      { ...pointAt(-106.48, 31.77), region: 'MX-CHH' },
      ['outside_country'],
    ],
    ['in a state nearby', pointAt(-106.6, 32.3), ['outside_region']],
    ['in the ocean', pointAt(-120, 10), ['outside_country']],
  ])('%s', async (_, parts, expected) => {
    expect(await codes(parts)).toEqual(expected);
  });

  it('in another order is shown where it would be right', async () => {
    // A latitude is never beyond 90 degrees, so that most of them are refused at once.
    const swapped = { ...pointAt(25.9, -97.5), region: 'US-TX' };
    const refused = await editor.post('/v1/admin/place-checks', { ...place, ...swapped });
    expect([refused.status, refused.body.errors[0].name]).toEqual([400, 'point.latitude']);
    expect(await check(pointAt(106.45, 31.77))).toMatchObject([
      { code: 'swapped', point: { longitude: -106.45, latitude: 31.77 } },
    ]);
  });

  it('of a building is not the center of its town', async () => {
    const { body } = await at.api.get('/v1/places?q=El+Paso&limit=1');
    const [{ longitude, latitude }] = body.items;
    expect(await codes(pointAt(longitude, latitude))).toEqual(['town_center']);
    expect(await codes({ ...pointAt(longitude, latitude), precision: 'city' })).toEqual([]);
  });

  it('is near to where others have the same address, unless that is private', async () => {
    const street = `1 Rue ${randomUUID()}`;
    const known = aDocument().places.map(({ id: _, ...one }) => ({
      ...one,
      slug: `test-${randomUUID()}`,
      addresses: one.addresses.map((part) => ({ ...part, address_1: street })),
    }));
    const { body } = await addOrganization(editor, { places: known, services: [] });
    const [own] = body.document.places;
    const address = { address_1: `${street.toUpperCase()}.`, city: 'el paso' };
    expect(await codes(address)).toEqual([]);
    expect(await codes({ ...address, ...pointAt(-106.4501, 31.772) })).toEqual([]);
    const far = { ...address, ...pointAt(-106.45, 31.774) };
    expect(await check(far)).toMatchObject([
      { code: 'far_from_address', name: body.document.name, distance_m: 444 },
    ]);
    expect(await codes({ ...far, place_id: own.id })).toEqual([]);
    await addOrganization(editor, {
      places: [
        {
          ...own,
          id: undefined,
          slug: `${own.slug}-2`,
          visibility: 'area',
          addresses: own.addresses.map((one: object) => ({
            ...one,
            id: undefined,
            address_1: '2 Hidden Lane',
          })),
        },
      ],
      services: [],
    });
    expect(await codes({ ...far, address_1: '2 Hidden Lane' })).toEqual([]);
  });
});
