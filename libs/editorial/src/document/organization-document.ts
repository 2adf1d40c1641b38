import type { OrganizationDocument, PlaceDocument, ServiceDocument } from '#contract';
import type { RecordRow } from '#directory';
import {
  byPosition,
  phonesOf,
  schedulesOf,
  sortedBy,
  sourcesOf,
  speedDialsOf,
  translationsOf,
} from '../rows/part-rows.ts';
import type { RecordRows } from '../rows/record-rows.ts';
import type { References } from '../rows/references.ts';

/** Makes the document of the rows of an organization: always the same of the same rows. */
export function organizationDocument(
  rows: RecordRows,
  references: References,
): OrganizationDocument {
  const [row] = rows.organization as [RecordRow['organization']];
  const { slug, name, alternate_names, description, email, website, status, status_note } = row;
  const closure = {
    closed_on: row.closed_on,
    what_happened: row.what_happened,
    still_there: row.still_there,
  };
  return {
    slug,
    name,
    alternate_names,
    description,
    email,
    website,
    other_websites: sortedBy(rows.url ?? [], ({ id }) => id).map(({ id, label, url }) => {
      return { id, label, url };
    }),
    status,
    status_note,
    closure: Object.values(closure).every((value) => value === null) ? null : closure,
    phones: phonesOf(rows.phone?.filter(({ organization_id }) => organization_id) ?? []),
    speed_dials: speedDialsOf(rows),
    services: sortedBy(rows.service ?? [], (service) => `${service.name} ${service.id}`).map(
      (service) => serviceDocument(service, rows, references),
    ),
    places: sortedBy(rows.location ?? [], (location) => location.slug).map((location) =>
      placeDocument(location, rows),
    ),
    facilities: sortedBy(rows.organization_facility ?? [], (one) => one.facility_id).map(
      ({ organization_id: _, ...statement }) => statement,
    ),
    translations: translationsOf(rows.translation?.filter((one) => one.service_id === null) ?? []),
    confidence: row.confidence,
    confidence_note: row.confidence_note,
    sources: sourcesOf(rows.source ?? []),
  };
}

function serviceDocument(
  {
    id,
    name,
    description,
    status,
    eligibility_description,
    hours_description,
    accepts,
  }: RecordRow['service'],
  rows: RecordRows,
  { terms }: References,
): ServiceDocument {
  const own = <Row extends { service_id: string | null }>(all: Row[] | undefined) =>
    (all ?? []).filter(({ service_id }) => service_id === id);
  const codes = new Map([...terms].map(([code, term]) => [term, code]));
  const values = <Row>(all: Row[], value: (row: Row) => string) =>
    [...new Set(all.map(value))].sort();
  return {
    id,
    name,
    description,
    status,
    eligibility: eligibility_description,
    hours: hours_description,
    service_types: values(
      (rows.attribute ?? []).filter(({ link_id }) => link_id === id),
      ({ taxonomy_term_id }) => String(codes.get(taxonomy_term_id)),
    ),
    languages: values(own(rows.language), ({ code }) => code),
    regions: values(own(rows.service_area), ({ extent }) => extent),
    costs: values(own(rows.cost_option), ({ option }) => option) as ServiceDocument['costs'],
    accepts: [...accepts].sort(),
    required_documents: values(own(rows.required_document), ({ document }) => document),
    schedules: schedulesOf(own(rows.schedule)),
    phones: phonesOf(own(rows.phone)),
    places: sortedBy(own(rows.service_at_location), ({ location_id }) => location_id).map((at) => ({
      place_id: at.location_id,
      schedules: schedulesOf(
        (rows.schedule ?? []).filter(
          ({ service_at_location_id }) => service_at_location_id === at.id,
        ),
      ),
    })),
    translations: translationsOf(own(rows.translation)),
  };
}

function placeDocument(row: RecordRow['location'], rows: RecordRows): PlaceDocument {
  const own = <Row extends { location_id: string | null }>(all: Row[] | undefined) =>
    (all ?? []).filter(({ location_id }) => location_id === row.id);
  const { id, slug, location_type, name, description, visibility, time_zone, as_of } = row;
  const [longitude, latitude] = row.geog?.coordinates ?? [];
  return {
    id,
    slug,
    location_type,
    name,
    description,
    visibility,
    point:
      longitude === undefined || latitude === undefined || row.point_precision === null
        ? null
        : { longitude, latitude, precision: row.point_precision },
    addresses: byPosition(own(rows.address)).map((address) => ({
      id: address.id,
      address_type: address.address_type,
      address_1: address.address_1,
      city: address.city,
      region: address.state_province,
      postal_code: address.postal_code,
      country: address.country,
    })),
    time_zone,
    as_of,
    accessibility: [...new Set(own(rows.accessibility).map((one) => one.description))].sort(),
    phones: phonesOf(own(rows.phone)),
    schedules: schedulesOf(own(rows.schedule)),
  };
}
