import type { Schedule } from '#rules';
import type { OrganizationRecord, StoredLocation } from '../organization/organization-record.ts';
import type { ServiceRecord } from '../service/service-record.ts';

/** A service as it is given at one place. */
export interface ServiceAtPlace extends Omit<ServiceRecord, 'places'> {
  /** False while it is closed; such a service is shown, but not found by filters. */
  given: boolean;
}

/** A place where an organization helps, or none, and the services given there. */
export interface PlaceOfHelp {
  id: string;
  slug: string;
  location: StoredLocation | null;
  services: ServiceAtPlace[];
}

/**
 * Returns the places where an organization helps: its offices, and one more for the services that
 * are given at none of them: by phone, online or over a whole region. That one is the first postal
 * address when there is no office. Services that ended or have not begun are left out, except those
 * of an organization that closed.
 */
export function placesOfHelp(organization: OrganizationRecord): PlaceOfHelp[] {
  const services = organization.services.filter(
    ({ status }) =>
      organization.status === 'closed' || status === 'active' || status === 'temporarily closed',
  );
  const offices = organization.locations
    .filter(({ location_type }) => location_type === 'physical')
    .map((location) => placeAt(location, services.filter(isGivenAt(location))))
    .filter((office) => office.services.length > 0);
  const atOffices = new Set(offices.flatMap((office) => office.services.map(({ id }) => id)));
  const elsewhere = services.filter(({ id }) => !atOffices.has(id));
  if (offices.length > 0 && elsewhere.length === 0) return offices;
  const postal = organization.locations.find((location) => elsewhere.some(isGivenAt(location)));
  if (offices.length === 0 && postal) return [placeAt(postal, elsewhere)];
  return [...offices, withoutPlace(organization, { offices, services: elsewhere })];
}

function placeAt(location: StoredLocation, services: ServiceRecord[]): PlaceOfHelp {
  return {
    id: location.id,
    slug: location.slug,
    location,
    services: services.map((service) => serviceAt(service, location)),
  };
}

// A single office can have the slug of its organization.
function withoutPlace(
  { id, slug }: OrganizationRecord,
  { offices, services }: { offices: PlaceOfHelp[]; services: ServiceRecord[] },
): PlaceOfHelp {
  const taken = offices.some((office) => office.slug === slug);
  return {
    id,
    slug: taken ? `${slug}-remote` : slug,
    location: null,
    services: services.map((service) => serviceAt(service, null)),
  };
}

function isGivenAt({ id }: StoredLocation) {
  return ({ places }: ServiceRecord) => places.some(({ location_id }) => location_id === id);
}

function serviceAt(
  { places, ...service }: ServiceRecord,
  location: StoredLocation | null,
): ServiceAtPlace {
  const here = places.find(({ location_id }) => location_id === location?.id)?.schedules ?? [];
  return {
    ...service,
    given: service.status !== 'temporarily closed',
    schedules: schedulesThatApply(here, service.schedules, location?.schedules ?? []),
  };
}

// The most specific weekly hours apply; special days of a place are such for all that is given there.
function schedulesThatApply(...candidates: Schedule[][]): Schedule[] {
  const weekly = candidates.map((schedules) =>
    schedules.filter(({ special_days }) => special_days === null),
  );
  const special = candidates.flat().filter(({ special_days }) => special_days !== null);
  return [...(weekly.find((schedules) => schedules.length > 0) ?? []), ...special];
}
