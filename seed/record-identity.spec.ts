import { randomUUID } from 'node:crypto';
import { assertIdentities } from './record-identity.ts';
import { readSeedRecords, type SeedRecords } from './seed-records.ts';

const files = readSeedRecords();

type Change = (records: SeedRecords) => void;

function at<Item>(items: Item[], index: number): Item {
  const item = items[index];
  if (item === undefined) throw new Error(`There is no item ${index}.`);
  return item;
}

const organization = ({ organizations }: SeedRecords, index = 0) => at(organizations, index);
const place = (records: SeedRecords, index = 0) => at(organization(records, index).locations, 0);

function checked(change: Change): () => void {
  const records = structuredClone(files);
  change(records);
  return () => assertIdentities(records);
}

it('each record and place of the files has an id and a slug of its own', () => {
  expect(checked(() => {})).not.toThrow();
});

it('an id need not come from a name', () => {
  expect(checked((records) => (organization(records).id = randomUUID()))).not.toThrow();
});

it.each<[string, Change, RegExp]>([
  [
    'a record without an id',
    (records) => Reflect.deleteProperty(at(records.facilities, 0), 'id'),
    /^The facility .* has no valid id/,
  ],
  [
    'a place without an id',
    (records) => Reflect.deleteProperty(place(records), 'id'),
    /^The place of casa-alitas casa-alitas has no valid id/,
  ],
  [
    'an id that is no UUID',
    (records) => (at(records['help-lines'], 0).id = 'asap'),
    /has no valid id, but asap/,
  ],
  [
    'an id in capital letters',
    (records) => (at(records.guides, 0).id = randomUUID().toUpperCase()),
    /^The guide .* has no valid id/,
  ],
  [
    'the id of another record',
    (records) => (at(records.guides, 0).id = organization(records).id),
    /^The guide .* has the id of the organization casa-alitas/,
  ],
  [
    'the id of a place',
    (records) => (at(records.facilities, 0).id = place(records).id),
    /^The facility .* has the id of the place of casa-alitas/,
  ],
  [
    'a service with the id of a place',
    (records) => (at(organization(records).services, 0).id = place(records).id),
    /^The service of casa-alitas .* has the id of the place of casa-alitas/,
  ],
  [
    'the slug of another record of its kind',
    (records) => (at(records.facilities, 1).slug = at(records.facilities, 0).slug),
    /^The facility .* has the slug of the facility/,
  ],
  [
    'the slug of another place',
    (records) => (place(records, 1).slug = place(records).slug),
    /^The place of .* has the slug of the place of casa-alitas/,
  ],
  [
    'a place with the slug of another organization',
    (records) => (place(records, 1).slug = organization(records, 5).slug),
    /has the slug of/,
  ],
])('%s is refused', (_, change, message) => {
  expect(checked(change)).toThrow(message);
});
