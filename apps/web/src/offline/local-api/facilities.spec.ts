import type { Facility, SpeedDial } from '#contract';
import { aHelpLine, aListing } from '../../../test/builders.ts';
import { facilityHelp } from './facilities.ts';

const facility: Facility = {
  id: '1',
  slug: 'example-center',
  name: 'Example Center',
  ice_code: 'EX',
  address: '1 Example Road',
  city: 'El Paso',
  postal_code: '79901',
  region: 'US-TX',
  country: 'US',
  latitude: 31.8,
  longitude: -106.4,
  field_office: 'El Paso',
  average_daily_population: null,
  population_as_of: null,
  in_use_as_of: null,
  phone: null,
  note: null,
  served_by: [
    {
      organization: { id: '9', slug: 'far', name: 'Far' },
      statement: 'It visits.',
      source_url: null,
      as_of: null,
    },
  ],
  confidence: 'confirmed',
  source_date: null,
  sources: [],
  distance_m: null,
};

const aDial = (code: string, parts: Partial<SpeedDial> = {}): SpeedDial => ({
  code,
  status: 'unverified',
  scope: null,
  verified_at: null,
  note: null,
  ...parts,
});

function legal(slug: string, latitude: number | null, parts = {}) {
  const listing = aListing();
  return aListing({
    id: slug,
    slug,
    organization: { id: slug, slug, name: slug },
    service_types: ['legal'],
    location: latitude === null ? null : { ...(listing.location as object), latitude, ...parts },
  } as Parameters<typeof aListing>[0]);
}

it('what is blocked, retired, or of another facility is not there to be dialled', () => {
  const lines = [
    aHelpLine({ slug: 'a', name: 'A', speed_dials: [aDial('11#')] }),
    aHelpLine({ slug: 'b', name: 'B', speed_dials: [aDial('22#', { status: 'blocked' })] }),
    aHelpLine({ slug: 'c', name: 'C', speed_dials: [aDial('33#', { status: 'retired' })] }),
    aHelpLine({ slug: 'd', name: 'D', speed_dials: [aDial('44#', { scope: ['elsewhere'] })] }),
    aHelpLine({ slug: 'e', name: 'E', speed_dials: [aDial('55#', { scope: [facility.slug] })] }),
  ];
  const { speed_dials } = facilityHelp(facility, { listings: [], lines });
  expect(speed_dials.map(({ code }) => code)).toEqual(['11#', '55#']);
});

it('a code is told once, by its line, and lines with a caution come last', () => {
  const lines = [
    aHelpLine({ slug: 'a', name: 'A', speed_dials: [aDial('11#')], note: 'The agency runs it.' }),
    aHelpLine({ slug: 'b', name: 'B', speed_dials: [aDial('22#')] }),
  ];
  const listings = [aListing({ speed_dials: [aDial('22#')] })];
  const { speed_dials } = facilityHelp(facility, { listings, lines });
  expect(speed_dials.map(({ code, owner }) => [code, owner.name])).toEqual([
    ['22#', 'B'],
    ['11#', 'A'],
  ]);
});

it('what is stated comes before the same town, and that before the nearest of the country', () => {
  const listings = [
    legal('near', 31.9, { city: 'Canutillo' }),
    legal('across', 31.81, { city: 'Ciudad Juárez', country: 'MX', region: 'MX-CHH' }),
    legal('there', 31.7),
    legal('there-closed', 31.8),
    { ...legal('far', null), service_types: ['advocacy'] },
    aListing({ slug: 'no-lawyer', organization: { id: 'n', slug: 'n', name: 'N' } }),
  ].map((listing) =>
    listing.slug === 'there-closed' ? { ...listing, status: 'closed' as const } : listing,
  );
  const { helpers } = facilityHelp(facility, { listings, lines: [] });
  expect(helpers.map(({ evidence, listing }) => [evidence, listing.slug])).toEqual([
    ['stated', 'far'],
    ['same-city', 'there'],
    ['nearest', 'near'],
  ]);
  expect(helpers[0]?.stated?.statement).toBe('It visits.');
});
