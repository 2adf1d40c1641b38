import { entrySummaryFields } from '#contract';
import type { ListedResource } from './field-selection.ts';

/**
 * Describes the lists of organizations, help lines or facilities.
 *
 * @param fields the names of all fields of a record
 */
export function entryResource(
  kind: keyof typeof entrySummaryFields,
  fields: readonly string[],
): ListedResource {
  const names: readonly string[] = entrySummaryFields[kind];
  return {
    fields,
    summary: (record: Record<string, unknown>) =>
      Object.fromEntries(names.map((name) => [name, record[name]])),
  };
}

/** Returns the names of the fields that lists leave out unless they are asked for. */
export function addedFields(
  kind: keyof typeof entrySummaryFields,
  fields: readonly string[],
): string[] {
  const names: readonly string[] = entrySummaryFields[kind];
  return fields.filter((name) => !names.includes(name));
}
