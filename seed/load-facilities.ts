import type { EntityManager } from 'typeorm';
import { publishChange } from '#directory';
import { pendingRecords } from './record-state.ts';
import type { SeedFacility } from './records.ts';
import { upsertRows } from './rows.ts';
import { replaceSources } from './sources.ts';

/** Loads detention facilities. Returns the number written. */
export async function loadFacilities(
  manager: EntityManager,
  records: SeedFacility[],
): Promise<number> {
  const pending = await pendingRecords(manager, 'facility', records);
  await upsertRows(
    manager,
    'facility',
    pending.map(({ hash, record }) => ({ seed_hash: hash, ...columns(record) })),
  );
  await replaceSources(manager, 'facility', pending);
  await publishChange(manager, 'facility', pending);
  return pending.length;
}

function columns({ address, region, point, sources: _, ...facility }: SeedFacility) {
  return {
    ...facility,
    address_1: address,
    state_province: region,
    geog: `SRID=4326;POINT(${point.longitude} ${point.latitude})`,
  };
}
