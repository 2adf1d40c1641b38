import type { Listing, ListingLocation } from './listing.ts';
import type { OrganizationReference } from './record-parts.ts';

/** What lists contain of a listing's place. */
type LocationSummary = Pick<
  ListingLocation,
  'city' | 'region' | 'country' | 'latitude' | 'longitude' | 'precision' | 'visibility'
>;

/** The fields that depend on the time and position of a request. */
type RequestFields = 'freshness' | 'open' | 'distance_m';

/** What lists contain of a listing: enough to show it in a list and on a map, and to call it. */
export interface ListingSummary
  extends Pick<
    Listing,
    | 'id'
    | 'slug'
    | 'name'
    | 'service_types'
    | 'phone'
    | 'website'
    | 'status'
    | 'source_date'
    | RequestFields
  > {
  organization: Pick<OrganizationReference, 'slug'>;
  location: LocationSummary | null;
}

/** A listing in a list, with further fields that the request included. */
export type ListedListing = Omit<ListingSummary, 'organization' | 'location'> &
  Partial<Omit<Listing, keyof ListingSummary>> & {
    organization: Pick<OrganizationReference, 'slug'> & Partial<OrganizationReference>;
    location: (LocationSummary & Partial<ListingLocation>) | null;
  };

/** Returns what lists contain of a listing, without what depends on the request. */
export function listingSummary(
  listing: Omit<Listing, RequestFields | 'bearing_deg'>,
): Omit<ListingSummary, RequestFields> {
  const { id, slug, name, organization, service_types, location } = listing;
  const { phone, website, status, source_date } = listing;
  return {
    id,
    slug,
    name,
    organization: { slug: organization.slug },
    service_types,
    location: location && locationSummary(location),
    phone,
    website,
    status,
    source_date,
  };
}

function locationSummary(location: ListingLocation): LocationSummary {
  const { city, region, country, latitude, longitude, precision, visibility } = location;
  return { city, region, country, latitude, longitude, precision, visibility };
}
