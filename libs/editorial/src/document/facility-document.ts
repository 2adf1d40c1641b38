import type { EntityManager } from 'typeorm';
import type { FacilityDocument } from '#contract';
import type { RecordRow } from '#directory';
import { sourceRows, sourcesOf } from '../rows/part-rows.ts';
import { type RecordRows, rowsOf } from '../rows/record-rows.ts';
import type { RowContext } from './organization-to-rows.ts';

/** Reads all rows of a facility; null if there is none. */
export async function readFacilityRows(
  manager: EntityManager,
  id: string,
): Promise<RecordRows | null> {
  const facility = await rowsOf(manager, 'facility', { id });
  if (facility.length === 0) return null;
  return { facility, source: await rowsOf(manager, 'source', { record_id: id }) };
}

/** Makes the document of the rows of a facility. */
export function facilityDocument(rows: RecordRows): FacilityDocument {
  const [row] = rows.facility as [RecordRow['facility']];
  const [longitude, latitude] = row.geog.coordinates as [number, number];
  return {
    slug: row.slug,
    name: row.name,
    ice_code: row.ice_code,
    address_1: row.address_1,
    city: row.city,
    region: row.state_province,
    postal_code: row.postal_code,
    country: row.country,
    point: { longitude, latitude },
    field_office: row.field_office,
    average_daily_population: row.average_daily_population,
    population_as_of: row.population_as_of,
    in_use_as_of: row.in_use_as_of,
    phone: row.phone,
    note: row.note,
    confidence: row.confidence,
    confidence_note: row.confidence_note,
    sources: sourcesOf(rows.source ?? []),
  };
}

/** Makes the rows of a facility. */
export function facilityRows(document: FacilityDocument, { id, before }: RowContext): RecordRows {
  const [known] = before.facility ?? [];
  const { region, point, sources, ...columns } = document;
  return {
    facility: [
      {
        verified_at: null,
        due_at: null,
        seed_hash: null,
        edited_at: new Date(),
        last_modified: new Date(),
        version: 1,
        ...known,
        ...columns,
        id,
        state_province: region,
        geog: { type: 'Point', coordinates: [point.longitude, point.latitude] },
      },
    ],
    source: sourceRows({ record_kind: 'facility', record_id: id }, sources),
  };
}
