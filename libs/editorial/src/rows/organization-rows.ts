import { type EntityManager, In } from 'typeorm';
import { idsOf, type RecordRows, rowsOf } from './record-rows.ts';

/** Reads all rows of an organization; null if there is none. */
export async function readOrganizationRows(
  manager: EntityManager,
  id: string,
): Promise<RecordRows | null> {
  const organization = await rowsOf(manager, 'organization', { id });
  if (organization.length === 0) return null;
  const own = { organization_id: id };
  const service = await rowsOf(manager, 'service', own);
  const location = await rowsOf(manager, 'location', own);
  const speed_dial = await rowsOf(manager, 'speed_dial', own);
  const service_id = In(idsOf(service));
  const location_id = In(idsOf(location));
  const speed_dial_id = In(idsOf(speed_dial));
  const service_at_location = await rowsOf(manager, 'service_at_location', { service_id });
  const service_at_location_id = In(idsOf(service_at_location));
  return {
    organization,
    service,
    location,
    service_at_location,
    speed_dial,
    address: await rowsOf(manager, 'address', { location_id }),
    accessibility: await rowsOf(manager, 'accessibility', { location_id }),
    phone: await rowsOf(manager, 'phone', [own, { service_id }, { location_id }]),
    schedule: await rowsOf(manager, 'schedule', [
      { service_id },
      { location_id },
      { service_at_location_id },
    ]),
    language: await rowsOf(manager, 'language', { service_id }),
    service_area: await rowsOf(manager, 'service_area', { service_id }),
    cost_option: await rowsOf(manager, 'cost_option', { service_id }),
    required_document: await rowsOf(manager, 'required_document', { service_id }),
    attribute: await rowsOf(manager, 'attribute', { link_id: service_id }),
    url: await rowsOf(manager, 'url', own),
    organization_facility: await rowsOf(manager, 'organization_facility', own),
    speed_dial_facility: await rowsOf(manager, 'speed_dial_facility', { speed_dial_id }),
    speed_dial_event: await rowsOf(manager, 'speed_dial_event', { speed_dial_id }),
    translation: await rowsOf(manager, 'translation', own),
    source: await rowsOf(manager, 'source', { record_id: id }),
  };
}
