import type { ListedService, OpeningHours } from '#contract';
import { matchesFilters } from '#rules';
import { aListing } from '../../../../test/builders.ts';

const now = new Date('2026-11-30T16:00:00Z');

function aService(parts: Partial<ListedService>): ListedService {
  return {
    id: '1',
    name: 'Help',
    description: null,
    status: 'active',
    service_types: [],
    languages: [],
    serves: [],
    costs: [],
    eligibility: null,
    accepts: [],
    required_documents: [],
    hours: null,
    opening_hours: null,
    phones: [],
    translations: [],
    ...parts,
  };
}

const monday: OpeningHours = {
  time_zone: 'America/Phoenix',
  week: [[480, 1020]],
  special_days: [],
};
const listing = aListing({
  services: [
    aService({ service_types: ['legal'], languages: ['en'], costs: ['low-cost'] }),
    aService({ service_types: ['shelter'], languages: ['es'], opening_hours: monday }),
    aService({ service_types: ['food'], status: 'temporarily closed' }),
  ],
});

it.each([
  ['service=legal&language=en&cost=low-cost', true],
  ['service=shelter&language=es', true],
  ['service=legal&language=es', false],
  ['service=legal,shelter&language=es', true],
  ['service=shelter&open_now=true', true],
  ['service=legal&open_now=true', false],
  ['service=shelter&open_at=2026-11-30T09:00', true],
  ['service=shelter&open_at=2026-11-30T18:00', false],
  ['service=food', false],
])('matches %s with one and the same service: %s', (query, expected) => {
  const wanted = [...new URLSearchParams(query)].map(
    ([name, codes]) => [name, codes.split(',')] as const,
  );
  expect(matchesFilters(listing, new Map(wanted), [], now)).toBe(expected);
});
