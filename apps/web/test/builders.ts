import type { HelpLine, Listing } from '#contract';

/** A listing as the server gives it, of which nothing special is known. */
export function aListing(parts: Partial<Listing> = {}): Listing {
  return {
    id: '9d2b1a0c-5d0a-5f0e-8a3e-0c1d2e3f4a5b',
    slug: 'example-shelter',
    name: 'Example Shelter',
    organization: { id: '1', slug: 'example-shelter', name: 'Example Shelter' },
    location: {
      name: null,
      address: '1 Example Street',
      city: 'El Paso',
      postal_code: '79901',
      region: 'US-TX',
      country: 'US',
      latitude: 31.76,
      longitude: -106.49,
      precision: 'address',
      visibility: 'exact',
    },
    service_types: ['shelter'],
    languages: [],
    serves: ['US-TX'],
    cost: null,
    phones: [],
    speed_dials: [],
    website: null,
    email: null,
    description: null,
    eligibility: null,
    accepts: [],
    required_documents: [],
    hours: null,
    translations: [],
    status: 'active',
    notice: null,
    confidence: 'confirmed',
    source_date: null,
    sources: [],
    verified_at: null,
    verified_how: null,
    freshness: 'never',
    open: { state: 'unknown', until: null },
    distance_m: null,
    bearing_deg: null,
    ...parts,
  };
}

/** A help line of which nothing special is known. */
export function aHelpLine(parts: Partial<HelpLine> = {}): HelpLine {
  return {
    id: '2',
    slug: 'example-line',
    name: 'Example Line',
    organization: null,
    audience: null,
    service_types: [],
    languages: [],
    phones: [],
    speed_dials: [],
    email: null,
    website: null,
    hours: null,
    note: null,
    confidence: 'likely',
    source_date: null,
    sources: [],
    verified_at: null,
    freshness: 'never',
    ...parts,
  };
}
