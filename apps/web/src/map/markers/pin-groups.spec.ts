import type { Listing } from '#contract';
import { aListing } from '../../../test/builders.ts';
import { pinGroups } from './pin-groups.ts';

it('gathers what stands at one point, numbered as the list, and leaves out what has none', () => {
  const elsewhere = { ...aListing().location, latitude: 32 } as Listing['location'];
  const groups = pinGroups([
    aListing({ id: 'a' }),
    aListing({ id: 'b', location: null }),
    aListing({ id: 'c', location: elsewhere }),
    aListing({ id: 'd' }),
  ]);
  const numbers = groups.map(({ members }) =>
    members.map(({ listing, position }) => [listing.id, position]),
  );
  expect(numbers).toEqual([
    [
      ['a', 1],
      ['d', 4],
    ],
    [['c', 3]],
  ]);
});
