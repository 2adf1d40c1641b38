import type { Region } from '#contract';
import {
  fittingRegions,
  isLargeDirectory,
  listingCount,
  regionsThatStillFit,
  selectableRegions,
} from './offline-regions.ts';

const region = (code: string, count: number, kind: Region['kind'] = 'state'): Region => ({
  code,
  kind,
  names: {},
  members: [],
  count,
});

/** In the page's order, 2,000 listings in all. */
const small = [
  region('US-AZ', 300),
  region('US-CA', 900),
  region('XB-MX-CA', 1_000, 'group'),
  region('US-TX', 690),
  region('US', 10, 'country'),
  region('MX-SON', 100),
];
const large = [...small, region('US-WA', 1)];

it('counts every listing once: groups are made of other regions', () => {
  expect(listingCount(small)).toBe(2_000);
});

it('is large above 2,000 listings', () => {
  expect([isLargeDirectory(small), isLargeDirectory(large)]).toEqual([false, true]);
});

it('keeps everything up to 2,000 listings, whatever was chosen before', () => {
  expect(fittingRegions(small, [])).toEqual([]);
  expect(fittingRegions(small, ['US-TX'])).toEqual([]);
});

it('keeps whole states in the order of the page, as many as fit beside the whole country', () => {
  expect(fittingRegions(large, [])).toEqual(['MX-SON', 'US', 'US-AZ', 'US-CA', 'US-TX']);
  const one = region('US-NM', 1_500);
  expect(fittingRegions([one, ...large], [])).toEqual(['MX-SON', 'US', 'US-AZ', 'US-NM', 'US-WA']);
});

it('keeps what was chosen instead, and always what is for a whole country', () => {
  expect(fittingRegions(large, ['US-WA', 'US-CA', 'US-WA'])).toEqual(['US', 'US-CA', 'US-WA']);
});

it('keeps what fits by itself where no state is chosen', () => {
  expect(fittingRegions(large, ['US'])).toEqual(fittingRegions(large, []));
});

it('leaves out what no longer fits of a choice that has grown, in the order of the page', () => {
  const grown = [...large, region('US-OR', 19_001)];
  expect(regionsThatStillFit(grown, ['US-AZ', 'US-OR', 'US-TX'])).toEqual(['US-AZ', 'US-TX']);
  expect(regionsThatStillFit(large, ['US-AZ', 'US-TX'])).toEqual(['US-AZ', 'US-TX']);
});

it('offers states, in the order of the page', () => {
  const codes = selectableRegions(large).map(({ code }) => code);
  expect(codes).toEqual(['US-AZ', 'US-CA', 'US-TX', 'MX-SON', 'US-WA']);
});
