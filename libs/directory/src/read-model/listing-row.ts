import { listingSummary } from '#contract';
import { toMapFraction } from '#geo';
import { combinedHours, openingHours, phoneWords } from '#rules';
import { publicPlace } from '../location/public-place.ts';
import type { OrganizationRecord } from '../organization/organization-record.ts';
import { type StoredHours, storedHours } from '../schedule/stored-hours.ts';
import type { TagName } from '../tags/tag-name.ts';
import { type ListingDocument, listingDocument } from './listing-document.ts';
import { listingTags } from './listing-tags.ts';
import { type PlaceOfHelp, placesOfHelp, type ServiceAtPlace } from './places-of-help.ts';

/** What a filter can match: tags, still by name, and hours. */
interface FilteredValues extends StoredHours {
  tags: TagName[];
}

/** One of several services of a listing. */
interface ListingServiceRow extends FilteredValues {
  service_id: string;
}

/** A row of the read model. */
export interface ListingRow extends FilteredValues {
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
  text: { a: string; b: string; d: string };
  verified_at: string | null;
  due_at: string | null;
  pin: string | null;
  /** What lists contain of the listing. */
  summary: string;
  card: string;
  /** Empty for a single service in ordinary weeks, which the row describes itself. */
  services: ListingServiceRow[];
}

/** Builds a row for each place where an organization helps, or a single row if it has no place. */
export function listingRows(organization: OrganizationRecord): ListingRow[] {
  return placesOfHelp(organization).map((place) => listingRow(organization, place));
}

function listingRow(organization: OrganizationRecord, at: PlaceOfHelp): ListingRow {
  const place = at.location && publicPlace(at.location);
  const point = place?.point ?? null;
  const fraction = point && toMapFraction(point);
  const document = listingDocument(organization, at, place);
  const given = at.services.filter((service) => service.given);
  const location = place?.location ?? null;
  const values = (services: ServiceAtPlace[]): FilteredValues => ({
    tags: listingTags(organization, services, location),
    ...storedHours(combinedHours(services.map(({ schedules }) => openingHours(schedules)))),
  });
  const own = values(given);
  const isPlain = given.length < 2 && own.special_days === null;
  return {
    id: document.id,
    slug: document.slug,
    organization_id: organization.id,
    location_id: at.location?.id ?? null,
    name: document.name,
    status: organization.status,
    longitude: point?.longitude ?? null,
    latitude: point?.latitude ?? null,
    map_x: fraction?.x ?? null,
    map_y: fraction?.y ?? null,
    ...own,
    text: searchText(organization, at.services, document),
    verified_at: organization.verified_at,
    due_at: organization.due_at,
    pin: point && mapPin(document),
    summary: JSON.stringify(listingSummary(document)),
    card: JSON.stringify(document),
    services: isPlain
      ? []
      : given.map((service) => ({ service_id: service.id, ...values([service]) })),
  };
}

function searchText(
  organization: OrganizationRecord,
  services: ServiceAtPlace[],
  { location: at, phones }: ListingDocument,
) {
  const codes = services.flatMap(({ service_types }) => service_types);
  const names = services.map(({ name }) => name).filter((name) => name !== organization.name);
  return {
    a: [organization.name, ...organization.alternate_names].join(' '),
    b: [at?.name, at?.city, ...new Set(codes), ...names].filter(Boolean).join(' '),
    d: [
      organization.description,
      ...services.flatMap(({ description, eligibility }) => [description, eligibility]),
      ...[organization, ...services].flatMap((one) => one.translations.map(({ text }) => text)),
      ...phones.flatMap(({ number }) => phoneWords(number)),
    ]
      .filter(Boolean)
      .join(' '),
  };
}

function mapPin(document: ListingDocument): string {
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
