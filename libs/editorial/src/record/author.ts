import type { EditedKind, RecordDocument, RecordScope } from '#contract';
import { OutOfScopeError } from './errors.ts';

/** Who changes or reads records, and what they may see. */
export interface Author {
  /** Of the account; null: the operator of the server. */
  id: string | null;
  name: string;
}

/** What an author may do this with. */
export interface Access {
  author: Author;
  /** null: every record. */
  scope: RecordScope | null;
  /** Whether streets and points of private places are shown. */
  confidential: boolean;
}

/** One record. */
export interface RecordReference {
  kind: EditedKind;
  id: string;
}

/** What decides whether a record is in a scope. */
interface ScopedRecord {
  organization_id: string | null;
  regions: string[];
}

/** Returns what decides whether a record is in a scope: the same that `inScope` reads. */
export function scopedRecord(
  { kind, id }: RecordReference,
  document: RecordDocument,
): ScopedRecord {
  if ('services' in document) {
    const places = document.places.flatMap(({ addresses }) =>
      addresses.map(({ region }) => region),
    );
    const served = document.services.flatMap(({ regions }) => regions);
    return { organization_id: id, regions: places.length > 0 ? places : served };
  }
  if ('organization_id' in document)
    return { organization_id: document.organization_id, regions: [] };
  const regions = kind === 'facility' && 'region' in document ? [document.region] : [];
  return { organization_id: null, regions };
}

export function isInScope(scope: RecordScope | null, record: ScopedRecord): boolean {
  if (scope === null) return true;
  const { organization_id, regions } = record;
  return (
    (organization_id !== null && scope.organizations.includes(organization_id)) ||
    regions.some((region) => scope.regions.includes(region))
  );
}

/** @throws OutOfScopeError when the record would leave the scope */
export function assertStaysInScope(
  { scope }: Access,
  reference: RecordReference,
  document: RecordDocument,
): void {
  if (isInScope(scope, scopedRecord(reference, document))) return;
  throw new OutOfScopeError('Your account may not edit records there.');
}

/**
 * SQL for whether a row of `record_summary` is in a scope.
 *
 * @param parameter the number of the parameter with the scope as JSON; null: all
 * @param table what the rows are called
 */
export function inScope(parameter: number, table = 'record_summary'): string {
  const list = (name: string, type: string) =>
    `ARRAY(SELECT jsonb_array_elements_text($${parameter}::jsonb->'${name}'))::${type}[]`;
  return `($${parameter}::jsonb IS NULL OR ${table}.organization_id = ANY(${list('organizations', 'uuid')})
    OR ${table}.regions && ${list('regions', 'text')})`;
}

/** Returns the value of the parameter of `inScope`. */
export function scopeParameter(scope: RecordScope | null): string | null {
  return scope && JSON.stringify(scope);
}
