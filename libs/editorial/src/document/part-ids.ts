import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { PartDocument, ProblemField, RecordDocument } from '#contract';
import type { RecordRows, TableName } from '../rows/record-rows.ts';

/** The lists of parts with ids, and their tables. */
const LISTS: Record<string, TableName> = {
  phones: 'phone',
  speed_dials: 'speed_dial',
  history: 'speed_dial_event',
  services: 'service',
  places: 'location',
  schedules: 'schedule',
  translations: 'translation',
  addresses: 'address',
  sources: 'source',
  other_websites: 'url',
  changes: 'guide_change',
};

interface Part {
  table: TableName;
  part: PartDocument;
  path: string;
}

/** Returns a copy of a document in which each part has an id. */
export function withPartIds<Document extends RecordDocument>(document: Document): Document {
  const copy = structuredClone(document);
  for (const { part } of partsOf(copy, 'document')) part.id ??= randomUUID();
  return copy;
}

/** Finds ids that two parts have, and those of parts of other records. */
export async function wrongPartIds(
  manager: EntityManager,
  document: RecordDocument,
  before: RecordRows,
): Promise<ProblemField[]> {
  const wrong: ProblemField[] = [];
  const unknown = new Map<TableName, Map<string, string>>();
  const seen = new Set<string>();
  for (const { table, part, path } of partsOf(document, 'document')) {
    const id = String(part.id);
    const known = ((before[table] ?? []) as { id: string }[]).some((row) => row.id === id);
    if (seen.has(`${table} ${id}`))
      wrong.push({ name: `${path}.id`, detail: 'Two parts have this id.' });
    else if (!known) unknown.set(table, (unknown.get(table) ?? new Map()).set(id, `${path}.id`));
    seen.add(`${table} ${id}`);
  }
  for (const [table, paths] of unknown) {
    const taken = await manager.query<{ id: string }[]>(
      `SELECT id FROM ${table} WHERE id = ANY($1::uuid[])`,
      [[...paths.keys()]],
    );
    for (const { id } of taken) {
      wrong.push({ name: String(paths.get(id)), detail: 'This is a part of another record.' });
    }
  }
  return wrong;
}

function* partsOf(value: object, path: string): Generator<Part> {
  for (const [name, list] of Object.entries(value)) {
    if (!Array.isArray(list)) continue;
    for (const [index, part] of list.entries()) {
      if (typeof part !== 'object' || part === null) continue;
      const at = `${path}.${name}.${index}`;
      const table = LISTS[name];
      // The places of a service name those of the organization.
      if (table && !('place_id' in part)) yield { table, part, path: at };
      yield* partsOf(part, at);
    }
  }
}
