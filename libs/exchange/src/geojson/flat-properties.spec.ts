import { flatPropertiesText } from './flat-properties.ts';

const flat = (properties: object) => JSON.parse(flatPropertiesText(JSON.stringify(properties)));

it('properties of nested objects have the names of these before their own', () => {
  expect(
    flat({ organization: { id: '1', name: 'A' }, open: { state: 'open', until: null } }),
  ).toEqual({ organization_id: '1', organization_name: 'A', open_state: 'open', open_until: null });
});

it('lists are one text, of records their numbers or codes', () => {
  const phones = [{ number: '+19155550100', label: 'Day; night' }, { number: '+19155550101' }];
  const speed_dials = [{ code: '1234#' }];
  const listed = { languages: ['en', 'es'], bounds: [1, 2.5], phones, speed_dials };
  expect(flat(listed)).toEqual({
    languages: 'en; es',
    bounds: '1; 2.5',
    phones: '+19155550100; +19155550101',
    speed_dials: '1234#',
  });
});

it('what is empty is null, except where it would be nested or left out', () => {
  const empty = { languages: [], phones: [], website: null, location: null, notice: null };
  expect(flat({ ...empty, sources: [], translations: [] })).toEqual({
    languages: null,
    phones: null,
    website: null,
  });
});

it('other lists of records are left out, and scalars stay what they are', () => {
  expect(
    flat({ sources: [{ url: 'a' }], others: [{ a: 1 }], distance_m: 1.5, draft: true }),
  ).toEqual({ distance_m: 1.5, draft: true });
});
