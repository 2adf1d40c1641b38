import type { OrganizationDocument, ScheduleDocument } from '#contract';
import { removeTestOrganizations } from '../../../../test/directory/builders.ts';
import {
  aDocument,
  addOrganization,
  anEditor,
  type Editor,
  removeEditors,
  revision,
} from '../editing/editor.ts';
import { sharedTestApp } from '../support/test-app.ts';

const at = sharedTestApp();
let editor: Editor;
beforeAll(async () => {
  editor = await anEditor(at);
});
afterEach(async () => {
  await removeTestOrganizations(at.db);
  await at.settle();
});
afterAll(async () => {
  await removeEditors(at);
});

const zone = { time_zone: 'America/Denver', description: null };
const office: ScheduleDocument = {
  byday: 'MO,TU,WE,TH,FR',
  opens_at: '08:00',
  closes_at: '17:00',
  ...zone,
};
const christmas: ScheduleDocument = {
  byday: null,
  opens_at: null,
  closes_at: null,
  special_days: { from: '2026-12-25', to: '2026-12-25', yearly: true },
  ...zone,
};
const shortDay: ScheduleDocument = {
  byday: null,
  opens_at: '09:00',
  closes_at: '12:00',
  special_days: { from: '2026-12-23', to: '2026-12-24', yearly: false },
  ...zone,
};

function documentWith(schedules: ScheduleDocument[], ofPlace: ScheduleDocument[] = []) {
  const document = aDocument({ name: 'Juniper Holiday House' });
  const [service, ...others] = document.services;
  return {
    ...document,
    services: [{ ...service, schedules }, ...others],
    places: document.places.map((place) => ({ ...place, schedules: ofPlace })),
  } as OrganizationDocument;
}

describe('special days of a service', () => {
  it('are stored, published and read again as they were written', async () => {
    const { body } = await addOrganization(editor, documentWith([office, shortDay, christmas]));
    const [service] = body.document.services;
    expect(service.schedules).toMatchObject([office, shortDay, christmas]);
    expect(service.schedules[0]).not.toHaveProperty('special_days');
    await at.settle();
    const listing = await at.api.get(`/v1/listings/${body.document.slug}`);
    expect(listing.body.services[0].opening_hours.special_days).toEqual([
      { from: '2026-12-25', to: '2026-12-25', yearly: true, week: [] },
      { from: '2026-12-23', to: '2026-12-24', yearly: false, week: expect.any(Array) },
    ]);
  });

  it.each([
    ['2026-12-22T16:30', true],
    ['2026-12-23T16:30', false],
    ['2026-12-24T09:30', true],
    ['2026-12-24T08:30', false],
    ['2026-12-25T10:00', false],
    ['2030-12-25T10:00', false],
    ['2030-12-24T16:30', true],
  ])('decide whether it is found as open at %s', async (time, isOpen) => {
    const { body } = await addOrganization(editor, documentWith([office, shortDay], [christmas]));
    const { slug } = body.document;
    await at.settle();
    const slugs = (found: { body: { items: { slug: string }[] } }) =>
      found.body.items.map((item) => item.slug);
    const listed = await at.api.get(`/v1/listings?open_at=${time}&limit=100&region=US-TX`);
    const searched = await at.api.get(`/v1/listings?open_at=${time}&q=juniper`);
    const near = await at.api.post('/v1/nearby', {
      lat: 31.76,
      lon: -106.48,
      open_at: time,
      limit: 100,
    });
    const found = [listed, searched, near].map((answer) => slugs(answer).includes(slug));
    expect([time, ...found]).toEqual([time, isOpen, isOpen, isOpen]);
  });
});

it.each<[string, Partial<ScheduleDocument>, string]>([
  ['days of the week', { byday: 'MO' }, 'byday'],
  ['one time alone', { opens_at: '09:00' }, 'closes_at'],
  ['times that are the wrong way round', { opens_at: '12:00', closes_at: '09:00' }, 'closes_at'],
  ['no dates', { special_days: undefined as never }, 'byday'],
  [
    'a last day before the first',
    { special_days: { from: '2026-12-25', to: '2026-12-24', yearly: false } },
    'special_days.to',
  ],
  [
    'a day that there is not',
    { special_days: { from: '2026-02-31', to: '2026-12-24', yearly: false } },
    'special_days.from',
  ],
])('special days with %s are refused, with the field', async (_, parts, field) => {
  const document = documentWith([office, { ...christmas, ...parts }]);
  const answer = await editor.post('/v1/admin/organizations', { document, revision });
  expect(answer.status).toBe(400);
  expect(answer.body.errors.map(({ name }: { name: string }) => name)).toContain(
    `document.services.0.schedules.1.${field}`,
  );
});
