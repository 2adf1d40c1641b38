import type { OrganizationDocument, PlaceDocument, ServiceDocument } from '#contract';
import type { RecordRow } from '#directory';
import {
  phoneRows,
  scheduleRows,
  sourceRows,
  speedDialRows,
  translationRows,
  valueId,
  valueRows,
} from '../rows/part-rows.ts';
import type { RecordRows } from '../rows/record-rows.ts';
import { type References, townKey } from '../rows/references.ts';

/** What the rows of a document also depend on. */
export interface RowContext {
  id: string;
  /** The stored rows; empty for a new record. */
  before: RecordRows;
  references: References;
}

/** Makes the rows of an organization; every part of the document has an id by now. */
export function organizationRows(document: OrganizationDocument, context: RowContext): RecordRows {
  const { id, before } = context;
  const { services, places } = document;
  const ofServices = services.map((service) => serviceRows(service, context));
  const ofPlaces = places.map((place) => placeRows(place, context));
  const all = [...ofServices, ...ofPlaces];
  const merged = <Table extends keyof RecordRows>(table: Table): NonNullable<RecordRows[Table]> =>
    all.flatMap((rows) => (rows[table] ?? []) as object[]) as NonNullable<RecordRows[Table]>;
  return {
    organization: [organizationRow(document, context)],
    service: merged('service'),
    location: merged('location'),
    service_at_location: merged('service_at_location'),
    address: merged('address'),
    accessibility: merged('accessibility'),
    phone: [...phoneRows({ organization_id: id }, document.phones), ...merged('phone')],
    schedule: merged('schedule'),
    language: merged('language'),
    service_area: merged('service_area'),
    cost_option: merged('cost_option'),
    required_document: merged('required_document'),
    attribute: merged('attribute'),
    url: document.other_websites.map(({ id: urlId, label, url }) => {
      return { id: urlId as string, organization_id: id, label, url };
    }),
    organization_facility: document.facilities.map((one) => ({ organization_id: id, ...one })),
    ...speedDialRows({ organization_id: id, help_line_id: null }, document.speed_dials),
    translation: [
      ...translationRows(
        { organization_id: id, service_id: null },
        document.translations,
        before.translation ?? [],
      ),
      ...merged('translation'),
    ],
    source: sourceRows({ record_kind: 'organization', record_id: id }, document.sources),
  };
}

function organizationRow(
  document: OrganizationDocument,
  { id, before }: RowContext,
): RecordRow['organization'] {
  const [known] = before.organization ?? [];
  const { closure } = document;
  return {
    page_name: null,
    page_region: null,
    page_position: null,
    verified_at: null,
    due_at: null,
    seed_hash: null,
    edited_at: new Date(),
    last_modified: new Date(),
    version: 1,
    ...known,
    id,
    slug: document.slug,
    name: document.name,
    alternate_names: document.alternate_names,
    description: document.description,
    email: document.email,
    website: document.website,
    status: document.status,
    status_note: document.status_note,
    closed_on: closure?.closed_on ?? null,
    what_happened: closure?.what_happened ?? null,
    still_there: closure?.still_there ?? null,
    confidence: document.confidence,
    confidence_note: document.confidence_note,
  };
}

function serviceRows(service: ServiceDocument, { id, before, references }: RowContext): RecordRows {
  const service_id = service.id as string;
  const own = <Row extends { service_id: string | null }>(all: Row[] | undefined) =>
    (all ?? []).filter((row) => row.service_id === service_id);
  const sites = service.places.map(({ place_id, schedules }) => {
    const known = own(before.service_at_location).find((row) => row.location_id === place_id);
    const at = known?.id ?? valueId('service_at_location', service_id, place_id);
    return { row: { id: at, service_id, location_id: place_id }, schedules };
  });
  return {
    service: [
      {
        id: service_id,
        organization_id: id,
        name: service.name,
        description: service.description,
        eligibility_description: service.eligibility,
        hours_description: service.hours,
        status: service.status,
        accepts: service.accepts,
      },
    ],
    service_at_location: sites.map(({ row }) => row),
    phone: phoneRows({ service_id }, service.phones),
    schedule: [
      ...scheduleRows({ service_id }, service.schedules),
      ...sites.flatMap(({ row, schedules }) =>
        scheduleRows({ service_at_location_id: row.id }, schedules),
      ),
    ],
    ...serviceValues(service, before, references),
    translation: translationRows(
      { organization_id: id, service_id },
      service.translations,
      before.translation ?? [],
    ),
  };
}

function serviceValues(service: ServiceDocument, before: RecordRows, references: References) {
  const service_id = service.id as string;
  const own = <Row extends { service_id: string | null }>(all: Row[] | undefined) =>
    (all ?? []).filter((row) => row.service_id === service_id);
  return {
    attribute: termRows({ link_id: service_id, link_entity: 'service' }, service.service_types, {
      before,
      references,
    }),
    language: valueRows(service.languages, {
      before: own(before.language),
      codeOf: ({ code }) => code,
      make: (code) => {
        return { id: valueId('language', service_id, code), service_id, help_line_id: null, code };
      },
    }),
    service_area: valueRows(service.regions, {
      before: own(before.service_area),
      codeOf: ({ extent }) => extent,
      make: (extent) => ({
        id: valueId('service_area', service_id, extent),
        service_id,
        extent,
        extent_type: 'iso-3166',
      }),
    }),
    cost_option: valueRows(service.costs, {
      before: own(before.cost_option),
      codeOf: ({ option }) => option,
      make: (option) => ({ id: valueId('cost_option', service_id, option), service_id, option }),
    }),
    required_document: valueRows(service.required_documents, {
      before: own(before.required_document),
      codeOf: ({ document }) => document,
      make: (document) => {
        return { id: valueId('required_document', service_id, document), service_id, document };
      },
    }),
  };
}

/** Rows of the kinds of help of a service or a help line. */
export function termRows(
  owner: Pick<RecordRow['attribute'], 'link_id' | 'link_entity'>,
  codes: string[],
  { before, references }: Pick<RowContext, 'before' | 'references'>,
): RecordRow['attribute'][] {
  return valueRows(
    codes.map((code) => references.terms.get(code) as string),
    {
      before: (before.attribute ?? []).filter(({ link_id }) => link_id === owner.link_id),
      codeOf: ({ taxonomy_term_id }) => taxonomy_term_id,
      make: (taxonomy_term_id) => {
        return {
          id: valueId('attribute', owner.link_id, taxonomy_term_id),
          ...owner,
          taxonomy_term_id,
        };
      },
    },
  );
}

function placeRows(place: PlaceDocument, { id, before, references }: RowContext): RecordRows {
  const location_id = place.id as string;
  const { point = null, addresses } = place;
  const [main] = addresses;
  const town = main && references.towns.get(townKey(main.city, main.region));
  return {
    location: [
      {
        id: location_id,
        organization_id: id,
        slug: place.slug,
        location_type: place.location_type,
        name: place.name,
        description: place.description,
        visibility: place.visibility,
        point_precision: point?.precision ?? null,
        geog: point && { type: 'Point', coordinates: [point.longitude, point.latitude] },
        place_id: town ?? null,
        time_zone: place.time_zone,
        as_of: place.as_of,
      },
    ],
    address: addresses.map((address, position) => ({
      id: address.id as string,
      location_id,
      address_type: address.address_type,
      address_1: address.address_1 ?? null,
      city: address.city,
      state_province: address.region,
      postal_code: address.postal_code ?? null,
      country: address.country,
      position,
    })),
    accessibility: valueRows(place.accessibility, {
      before: (before.accessibility ?? []).filter((row) => row.location_id === location_id),
      codeOf: ({ description }) => description,
      make: (description) => {
        return { id: valueId('accessibility', location_id, description), location_id, description };
      },
    }),
    phone: phoneRows({ location_id }, place.phones),
    schedule: scheduleRows({ location_id }, place.schedules),
  };
}
