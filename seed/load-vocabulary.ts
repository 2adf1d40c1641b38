import type { EntityManager } from 'typeorm';
import { subdivisions } from '#geo';
import { recordId } from './record-id.ts';
import type { SeedRegion } from './records.ts';
import { upsertRows } from './rows.ts';
import type { SeedRecords } from './seed-records.ts';

const TAXONOMY_ID = recordId('taxonomy', 'amparo');

/** Loads regions and service types, the codes used by the records. */
export async function loadVocabulary(
  manager: EntityManager,
  records: Pick<SeedRecords, 'regions' | 'service-types'>,
): Promise<void> {
  await loadRegions(manager, records.regions);
  await upsertRows(manager, 'taxonomy', [
    {
      id: TAXONOMY_ID,
      name: 'Amparo service types',
      description:
        'Kinds of help near the border, inspired by the Open Eligibility Human Services Taxonomy.',
    },
  ]);
  await upsertRows(
    manager,
    'taxonomy_term',
    records['service-types'].map(({ code, names, definition }, index) => ({
      id: termId(code),
      taxonomy_id: TAXONOMY_ID,
      code,
      names,
      description: definition,
      position: index + 1,
    })),
  );
}

/** Returns the id of a service type's term. */
export function termId(code: string): string {
  return recordId('taxonomy_term', code);
}

async function loadRegions(manager: EntityManager, records: SeedRegion[]): Promise<void> {
  const states = subdivisions.map(({ code, names }) => ({
    code,
    kind: 'state',
    names,
    members: [] as string[],
    page_position: null as number | null,
  }));
  const listed = records.map(({ position, code, kind, names, members }) => ({
    code,
    kind,
    names,
    members,
    page_position: position,
  }));
  const regions = new Map([...states, ...listed].map((region) => [region.code, region]));
  await manager.query(
    `INSERT INTO region SELECT * FROM jsonb_populate_recordset(NULL::region, $1::jsonb)
     ON CONFLICT (code) DO UPDATE SET kind = excluded.kind, names = excluded.names,
       members = excluded.members, page_position = excluded.page_position`,
    [JSON.stringify([...regions.values()])],
  );
}
