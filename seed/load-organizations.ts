import type { EntityManager } from 'typeorm';
import { publishChange } from '#directory';
import { loadLocations } from './load-locations.ts';
import { loadServices } from './load-services.ts';
import { loadTranslations } from './load-translations.ts';
import { recordId } from './record-id.ts';
import { type PendingRecord, pendingRecords } from './record-state.ts';
import type { SeedOrganization } from './records.ts';
import { insertRows, upsertRows } from './rows.ts';
import { idsBySlug, type SeedRecords } from './seed-records.ts';
import { replaceSources } from './sources.ts';

/**
 * Loads organizations with their services, places, phone numbers and translations. Returns the
 * number written.
 */
export async function loadOrganizations(
  manager: EntityManager,
  records: Pick<SeedRecords, 'organizations' | 'facilities' | 'translations'>,
): Promise<number> {
  const pending = await pendingRecords(manager, 'organization', records.organizations);
  await upsertRows(manager, 'organization', pending.map(columns));
  await loadServices(manager, pending);
  await loadLocations(manager, pending);
  await replacePhones(manager, pending);
  await replaceFacilities(manager, pending, idsBySlug(records.facilities));
  await replaceSources(manager, 'organization', pending);
  const translated = await loadTranslations(manager, records);
  const written = new Set(pending.map(({ id }) => id));
  const others = translated.filter((id) => !written.has(id));
  await publishChange(manager, 'organization', [
    ...pending,
    ...others.map((id) => ({ id, action: 'updated' as const })),
  ]);
  return pending.length + others.length;
}

function columns({ id, hash, record }: PendingRecord<SeedOrganization>) {
  return {
    id,
    seed_hash: hash,
    slug: record.slug,
    name: record.name,
    alternate_names: record.alternate_names,
    page_name: record.page?.name ?? null,
    page_region: record.page?.region ?? null,
    page_position: record.page?.position ?? null,
    description: record.description,
    email: record.email,
    website: record.website,
    status: record.status,
    status_note: record.status_note,
    closed_on: record.closure?.closed_on ?? null,
    what_happened: record.closure?.what_happened ?? null,
    still_there: record.closure?.still_there ?? null,
    confidence: record.confidence,
    confidence_note: record.confidence_note,
  };
}

async function replacePhones(
  manager: EntityManager,
  pending: PendingRecord<SeedOrganization>[],
): Promise<void> {
  const ids = pending.map(({ id }) => id);
  for (const table of ['phone', 'speed_dial']) {
    await manager.query(`DELETE FROM ${table} WHERE organization_id = ANY($1::uuid[])`, [ids]);
  }
  await insertRows(
    manager,
    'phone',
    pending.flatMap(({ id, record }) =>
      record.phones.map(({ label, ...phone }, position) => ({
        id: recordId('phone', id, position),
        organization_id: id,
        position,
        description: label,
        ...phone,
      })),
    ),
  );
  await insertRows(
    manager,
    'speed_dial',
    pending.flatMap(({ id, record }) =>
      record.speed_dials.map((code) => ({
        id: recordId('speed_dial', id, code),
        organization_id: id,
        code,
        scope: 'everywhere',
        status: 'unverified',
      })),
    ),
  );
}

async function replaceFacilities(
  manager: EntityManager,
  pending: PendingRecord<SeedOrganization>[],
  facilityIds: Map<string, string>,
): Promise<void> {
  const ids = pending.map(({ id }) => id);
  await manager.query(`DELETE FROM organization_facility WHERE organization_id = ANY($1::uuid[])`, [
    ids,
  ]);
  await insertRows(
    manager,
    'organization_facility',
    pending.flatMap(({ id, record }) =>
      record.facilities.map(({ slug, ...statement }) => ({
        organization_id: id,
        facility_id: facilityIds.get(slug),
        ...statement,
      })),
    ),
  );
}
