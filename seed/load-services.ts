import type { EntityManager } from 'typeorm';
import { termId } from './load-vocabulary.ts';
import { recordId } from './record-id.ts';
import type { PendingRecord } from './record-state.ts';
import type { SeedOrganization, SeedService } from './records.ts';
import { insertRows, upsertRows } from './rows.ts';

type Pending = PendingRecord<SeedOrganization>;

const statuses = { active: 'active', closed: 'defunct', unknown: 'active' } as const;

/**
 * Writes the services of these organizations and replaces their parts. Services stay the same rows,
 * so that what refers to them stays.
 */
export async function loadServices(manager: EntityManager, pending: Pending[]): Promise<void> {
  const services = pending.flatMap(({ record }) => record.services);
  const ids = services.map(({ id }) => id);
  const [removed] = await manager.query<[{ id: string }[], number]>(
    `DELETE FROM service
      WHERE organization_id = ANY($1::uuid[]) AND NOT id = ANY($2::uuid[]) RETURNING id`,
    [pending.map(({ id }) => id), ids],
  );
  // No foreign key leads from attributes to services.
  await manager.query(`DELETE FROM attribute WHERE link_id = ANY($1::uuid[])`, [
    [...ids, ...removed.map(({ id }) => id)],
  ]);
  await upsertRows(manager, 'service', pending.flatMap(serviceRows));
  for (const [table, rowsOf] of Object.entries(parts)) {
    if (table !== 'attribute') {
      await manager.query(`DELETE FROM ${table} WHERE service_id = ANY($1::uuid[])`, [ids]);
    }
    await insertRows(manager, table, services.flatMap(partRows(table, rowsOf)));
  }
}

function serviceRows({ id, record }: Pending) {
  return record.services.map((service) => ({
    id: service.id,
    organization_id: id,
    name: service.name ?? record.name,
    description: service.description,
    eligibility_description: service.eligibility,
    hours_description: service.hours,
    accepts: service.accepts,
    status: service.status ?? statuses[record.status],
  }));
}

type PartRows = (service: SeedService) => Record<string, unknown>[];

function partRows(table: string, rowsOf: PartRows) {
  return (service: SeedService) =>
    rowsOf(service).map((row, index) => ({
      id: recordId(table, service.id, index),
      ...(table === 'attribute'
        ? { link_id: service.id, link_entity: 'service' }
        : { service_id: service.id }),
      ...row,
    }));
}

const parts: Record<string, PartRows> = {
  attribute: ({ service_types }) =>
    service_types.map((code) => ({ taxonomy_term_id: termId(code) })),
  language: ({ languages }) => languages.map((code) => ({ code })),
  service_area: ({ regions }) => regions.map((extent) => ({ extent, extent_type: 'iso-3166' })),
  cost_option: ({ costs }) => costs.map((option) => ({ option })),
  required_document: ({ required_documents }) =>
    required_documents.map((document) => ({ document })),
  schedule: ({ schedule }) => schedule.map((line) => ({ freq: 'WEEKLY', ...line })),
};
