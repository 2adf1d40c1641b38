import type { ListedService, Listing, Phone } from '#contract';
import { openingHours } from '#rules';
import type { PublicPlace } from '../location/public-place.ts';
import type { OrganizationRecord } from '../organization/organization-record.ts';
import { newestDate } from '../source/newest-date.ts';
import { firstPhone } from './first-phone.ts';
import type { PlaceOfHelp, ServiceAtPlace } from './places-of-help.ts';

/**
 * A listing without the fields that depend on the request's time and position; they are added when
 * served.
 */
export type ListingDocument = Omit<Listing, 'freshness' | 'open' | 'distance_m' | 'bearing_deg'>;

/** Builds the document of a place; its codes are those of all services that are given there. */
export function listingDocument(
  organization: OrganizationRecord,
  at: PlaceOfHelp,
  place: PublicPlace | null,
): ListingDocument {
  const { id, slug, name } = organization;
  const given = at.services.filter((service) => service.given);
  const phones = distinctPhones([
    ...(at.location?.phones ?? []),
    ...given.flatMap((service) => service.phones),
    ...organization.phones,
  ]);
  const isClosed = organization.status === 'closed';
  return {
    id: at.id,
    slug: at.slug,
    name,
    organization: { id, slug, name },
    location: place?.location ?? null,
    ...codesOf(given),
    phone: isClosed ? null : firstPhone(phones, place?.location.city ?? null),
    phones,
    speed_dials: organization.speed_dials,
    website: organization.website,
    email: organization.email,
    description: organization.description,
    ...textsOf(organization, at.services),
    services: at.services.map(listedService),
    status: organization.status,
    notice: closureNotice(organization),
    confidence: organization.confidence,
    source_date: newestDate(organization.sources),
    sources: organization.sources,
    verified_at: organization.verified_at,
    verified_how: organization.verified_how,
  };
}

/** Returns the codes of services together, each once. */
export function codesOf(
  services: Pick<
    ServiceAtPlace,
    'service_types' | 'languages' | 'serves' | 'costs' | 'accepts' | 'required_documents'
  >[],
) {
  return {
    service_types: distinct(services.flatMap(({ service_types }) => service_types)),
    languages: distinct(services.flatMap(({ languages }) => languages)),
    serves: distinct(services.flatMap(({ serves }) => serves)),
    costs: distinct(services.flatMap(({ costs }) => costs)),
    accepts: distinct(services.flatMap(({ accepts }) => accepts)),
    required_documents: distinct(services.flatMap((service) => service.required_documents)),
  };
}

// Texts of several services would not tell which of them they are about.
function textsOf(organization: OrganizationRecord, services: ServiceAtPlace[]) {
  const [service, ...others] = services;
  const only = others.length === 0 ? service : undefined;
  const translations = only?.translations.filter(({ field }) => field !== 'description') ?? [];
  return {
    eligibility: only?.eligibility ?? null,
    hours: only?.hours ?? null,
    translations: [...organization.translations, ...translations],
  };
}

function listedService({ schedules, given: _, ...service }: ServiceAtPlace): ListedService {
  return { ...service, opening_hours: openingHours(schedules) };
}

function closureNotice(organization: OrganizationRecord): Listing['notice'] {
  if (organization.status !== 'closed') return null;
  return {
    closed_on: organization.closed_on,
    what_happened: organization.what_happened ?? '',
    still_there: organization.still_there,
  };
}

function distinct<Value>(values: Value[]): Value[] {
  return [...new Set(values)];
}

function distinctPhones(phones: Phone[]): Phone[] {
  return [
    ...new Map(phones.toReversed().map((phone) => [phone.number, phone])).values(),
  ].toReversed();
}
