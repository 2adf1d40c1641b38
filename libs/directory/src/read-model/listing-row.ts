import { isDialable, type Listing, type ListingLocation } from '#contract';
import { toMapFraction } from '#geo';
import { type PublicPlace, publicPlace } from '../location/public-place.ts';
import type { OrganizationRecord, StoredLocation } from '../organization/organization-record.ts';
import { type MinuteSpan, weekSpans } from '../schedule/opening-hours.ts';
import { newestDate } from '../source/newest-date.ts';
import type { TagName } from '../tags/tag-name.ts';

/**
 * The fields of a listing that depend on the request's time and position; they are added when
 * served.
 */
type RequestTimeFields = 'freshness' | 'open' | 'distance_m' | 'bearing_deg';

/** A row of the read model, with its tags still by name. */
export interface ListingRow {
  id: string;
  slug: string;
  organization_id: string;
  location_id: string | null;
  name: string;
  status: string;
  longitude: number | null;
  latitude: number | null;
  map_x: number | null;
  map_y: number | null;
  tags: TagName[];
  text: { a: string; b: string; d: string };
  verified_at: string | null;
  due_at: string | null;
  open_week: string | null;
  time_zone: string | null;
  pin: string | null;
  card: string;
}

/** Builds a row for each place where an organization helps, or a single row if it has no place. */
export function listingRows(organization: OrganizationRecord): ListingRow[] {
  const offices = organization.locations.filter((at) => at.location_type === 'physical');
  const places = offices.length > 0 ? offices : organization.locations.slice(0, 1);
  if (places.length === 0) return [listingRow(organization, null)];
  return places.map((location) => listingRow(organization, location));
}

function listingRow(organization: OrganizationRecord, at: StoredLocation | null): ListingRow {
  const place = at && publicPlace(at);
  const point = place?.point ?? null;
  const fraction = point && toMapFraction(point);
  const document = listingDocument(organization, at, place);
  const zone = organization.schedules[0]?.time_zone ?? null;
  return {
    id: document.id,
    slug: document.slug,
    organization_id: organization.id,
    location_id: at?.id ?? null,
    name: document.name,
    status: organization.status,
    longitude: point?.longitude ?? null,
    latitude: point?.latitude ?? null,
    map_x: fraction?.x ?? null,
    map_y: fraction?.y ?? null,
    tags: listingTags(organization, place?.location ?? null),
    text: searchText(organization, place?.location ?? null),
    verified_at: organization.verified_at,
    due_at: organization.due_at,
    open_week: zone && multirange(weekSpans(organization.schedules)),
    time_zone: zone,
    pin: point && mapPin(document),
    card: JSON.stringify(document),
  };
}

function listingDocument(
  organization: OrganizationRecord,
  at: StoredLocation | null,
  place: PublicPlace | null,
): Omit<Listing, RequestTimeFields> {
  const { id, slug, name } = organization;
  return {
    id: at?.id ?? id,
    slug: at?.slug ?? slug,
    name,
    organization: { id, slug, name },
    location: place?.location ?? null,
    service_types: organization.service_types,
    languages: organization.languages,
    serves: organization.serves,
    cost: organization.cost,
    phones: organization.phones,
    speed_dials: organization.speed_dials,
    website: organization.website,
    email: organization.email,
    description: organization.description,
    eligibility: organization.eligibility,
    accepts: organization.accepts,
    required_documents: organization.required_documents,
    hours: organization.hours,
    translations: organization.translations,
    status: organization.status,
    notice:
      organization.status === 'closed'
        ? {
            closed_on: organization.closed_on,
            what_happened: organization.what_happened ?? '',
            still_there: organization.still_there,
          }
        : null,
    confidence: organization.confidence,
    source_date: newestDate(organization.sources),
    sources: organization.sources,
    verified_at: organization.verified_at,
    verified_how: organization.verified_how,
  };
}

function listingTags(organization: OrganizationRecord, at: ListingLocation | null): TagName[] {
  const here = at?.region ? [at.region] : organization.serves;
  const cost = organization.cost ? [organization.cost] : [];
  return [
    ...organization.service_types.map((code): TagName => `service:${code}`),
    ...organization.languages.map((code): TagName => `language:${code}`),
    ...here.map((code): TagName => `region:${code}`),
    ...[...new Set([...organization.serves, ...here])].map((code): TagName => `serves:${code}`),
    ...cost.map((code): TagName => `cost:${code}`),
    ...organization.accepts.map((code): TagName => `accepts:${code}`),
    `status:${organization.status}`,
    ...(organization.speed_dials.some(isDialable) ? ['dialable_from:detention' as const] : []),
  ];
}

function searchText(organization: OrganizationRecord, at: ListingLocation | null) {
  return {
    a: [organization.name, ...organization.alternate_names].join(' '),
    b: [at?.name, at?.city, ...organization.service_types].filter(Boolean).join(' '),
    d: [organization.description, organization.eligibility].filter(Boolean).join(' '),
  };
}

function multirange(spans: MinuteSpan[]): string {
  return `{${spans.map(([from, to]) => `[${from},${to})`).join(',')}}`;
}

function mapPin(document: Omit<Listing, RequestTimeFields>): string {
  const { id, slug, name, service_types, status, location } = document;
  return JSON.stringify({
    kind: 'point',
    id,
    slug,
    name,
    service_types,
    status,
    visibility: location?.visibility,
    latitude: location?.latitude,
    longitude: location?.longitude,
  });
}
