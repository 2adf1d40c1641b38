import type { Accepted, Cost, Phone, ServiceStatus, Translation } from '#contract';
import type { Schedule } from '#rules';

/** A service with everything that is published about it. */
export interface ServiceRecord {
  id: string;
  name: string;
  description: string | null;
  status: ServiceStatus;
  eligibility: string | null;
  hours: string | null;
  accepts: Accepted[];
  required_documents: string[];
  costs: Cost[];
  service_types: string[];
  languages: string[];
  serves: string[];
  /** Its hours wherever no others apply. */
  schedules: Schedule[];
  phones: Phone[];
  translations: Translation[];
  /** The places where it is given, with its own hours there, which may be empty. */
  places: { location_id: string; schedules: Schedule[] }[];
}

/** SQL for what a `phone` is for, with the digits to dial when it is answered. */
export const PHONE_LABEL = `CASE WHEN extension IS NULL THEN phone.description
    ELSE concat_ws(', ', phone.description, 'ext. ' || extension) END`;

/** SQL for the phones of one record, as a JSON array, in their stored order. */
export function phones(owner: 'organization' | 'service' | 'location'): string {
  return `SELECT coalesce(json_agg(json_build_object('number', number, 'type', type,
      'label', ${PHONE_LABEL}, 'as_of', as_of) ORDER BY position, id), '[]')
    FROM phone WHERE ${owner}_id = ${owner}.id`;
}

/** SQL for the hours of one record, as a JSON array. */
export function schedules(owner: 'service' | 'location' | 'service_at_location'): string {
  return `SELECT coalesce(json_agg(json_build_object('byday', byday, 'time_zone', time_zone,
      'opens_at', opens_at, 'closes_at', closes_at, 'special_days', CASE WHEN valid_from IS NOT NULL
        THEN json_build_object('from', valid_from, 'to', valid_to, 'yearly', freq = 'YEARLY') END)
      ORDER BY id), '[]')
    FROM schedule WHERE ${owner}_id = ${owner}.id`;
}

/** Translated texts and their originals, by the record that they belong to. */
const originals = {
  organization: `('description', organization.description), ('status_note', status_note),
    ('what_happened', what_happened), ('still_there', still_there)`,
  service: `('description', service.description), ('eligibility', eligibility_description),
    ('hours', hours_description)`,
};
const belongsTo = {
  organization: 'translation.organization_id = organization.id AND service_id IS NULL',
  service: 'service_id = service.id',
};

/**
 * SQL for the translations of one record, as a JSON array. A removed text has none; those of a
 * changed text are outdated.
 */
export function translations(owner: 'organization' | 'service'): string {
  return `
    SELECT coalesce(json_agg(json_build_object('field', field, 'language', language, 'text', text,
        'outdated', source_hash <> encode(sha256(convert_to(original, 'UTF8')), 'hex'),
        'reviewed_by', reviewed_by) ORDER BY field, language), '[]')
    FROM translation JOIN (VALUES ${originals[owner]}) AS written(field, original) USING (field)
    WHERE ${belongsTo[owner]} AND original IS NOT NULL`;
}

/** SQL for the services of one `organization` as a JSON array of `ServiceRecord`, by name. */
export const SERVICES = `
  SELECT coalesce(json_agg(json_build_object('id', service.id, 'name', service.name,
      'description', service.description, 'status', service.status,
      'eligibility', eligibility_description, 'hours', hours_description, 'accepts', accepts,
      'required_documents', ARRAY(SELECT DISTINCT document FROM required_document
        WHERE service_id = service.id ORDER BY document),
      'costs', ARRAY(SELECT DISTINCT option FROM cost_option
        WHERE service_id = service.id ORDER BY option),
      'service_types', ARRAY(SELECT code FROM attribute
        JOIN taxonomy_term ON taxonomy_term.id = taxonomy_term_id
        WHERE link_id = service.id ORDER BY position),
      'languages', ARRAY(SELECT DISTINCT code FROM language
        WHERE service_id = service.id ORDER BY code),
      'serves', ARRAY(SELECT DISTINCT extent FROM service_area
        WHERE service_id = service.id ORDER BY extent),
      'schedules', (${schedules('service')}),
      'phones', (${phones('service')}),
      'translations', (${translations('service')}),
      'places', (SELECT coalesce(json_agg(json_build_object('location_id', location_id,
          'schedules', (${schedules('service_at_location')})) ORDER BY location_id), '[]')
        FROM service_at_location WHERE service_id = service.id))
    ORDER BY service.name, service.id), '[]')
  FROM service WHERE service.organization_id = organization.id`;
