import type { EntityManager } from 'typeorm';
import { termId } from './load-vocabulary.ts';
import { recordId } from './record-id.ts';
import type { PendingRecord } from './record-state.ts';
import type { SeedOrganization } from './records.ts';
import { insertRows } from './rows.ts';

type Pending = PendingRecord<SeedOrganization>;

const statuses = { active: 'active', closed: 'defunct', unknown: 'active' } as const;

/** Returns the id of an organization's only service, which combines all its kinds of help. */
export function serviceId(organizationId: string): string {
  return recordId('service', organizationId);
}

/** Replaces each organization's service and its dependent rows. */
export async function loadServices(manager: EntityManager, pending: Pending[]): Promise<void> {
  const services = pending.map(({ id }) => serviceId(id));
  await manager.query(`DELETE FROM attribute WHERE link_id = ANY($1::uuid[])`, [services]);
  await manager.query(`DELETE FROM service WHERE id = ANY($1::uuid[])`, [services]);
  await insertRows(
    manager,
    'service',
    pending.map(({ id, record }) => ({
      id: serviceId(id),
      organization_id: id,
      name: record.name,
      description: record.description,
      eligibility_description: record.eligibility,
      hours_description: record.hours,
      accepts: record.accepts,
      status: statuses[record.status],
    })),
  );
  for (const [table, rowsOf] of Object.entries(parts)) {
    await insertRows(
      manager,
      table,
      pending.flatMap(({ id, record }) =>
        rowsOf(record).map((row, index) => ({
          id: recordId(table, serviceId(id), index),
          ...(table === 'attribute'
            ? { link_id: serviceId(id), link_entity: 'service' }
            : { service_id: serviceId(id) }),
          ...row,
        })),
      ),
    );
  }
}

const parts: Record<string, (record: SeedOrganization) => Record<string, unknown>[]> = {
  attribute: ({ service_types }) =>
    service_types.map((code) => ({ taxonomy_term_id: termId(code) })),
  language: ({ languages }) => languages.map((code) => ({ code })),
  service_area: ({ regions }) => regions.map((extent) => ({ extent, extent_type: 'iso-3166' })),
  cost_option: ({ cost }) => (cost ? [{ option: cost }] : []),
  schedule: ({ schedule }) => schedule.map((line) => ({ freq: 'WEEKLY', ...line })),
};
