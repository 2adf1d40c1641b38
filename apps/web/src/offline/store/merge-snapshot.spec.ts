import type { Snapshot } from '#contract';
import { mergeSnapshot } from './merge-snapshot.ts';

const organization = (id: string, name: string) =>
  ({ id, name, listings: [] }) as unknown as Snapshot['organizations'][number];

const kept: Snapshot = {
  sequence: 10,
  changed: null,
  organizations: [organization('a', 'Stays'), organization('b', 'Old'), organization('c', 'Goes')],
  help_lines: [],
  facilities: [],
};

it('puts what has changed in the place of what was kept, and drops what is gone', () => {
  const merged = mergeSnapshot(kept, {
    ...kept,
    sequence: 12,
    changed: ['b', 'c', 'd'],
    organizations: [organization('b', 'New'), organization('d', 'Added')],
  });
  expect(merged.sequence).toBe(12);
  expect(merged.changed).toBeNull();
  expect(merged.organizations.map(({ name }) => name)).toEqual(['Stays', 'New', 'Added']);
});

it('gives way to a whole one', () => {
  const whole = { ...kept, sequence: 20, organizations: [] };
  expect(mergeSnapshot(kept, whole)).toBe(whole);
});

it('of some regions, drops who has left them and takes nobody who changed elsewhere', () => {
  const merged = mergeSnapshot(kept, { ...kept, changed: ['b', 'elsewhere'], organizations: [] });
  expect(merged.organizations.map(({ id }) => id)).toEqual(['a', 'c']);
});
