/** A property that every GIS program can read. */
export type FlatValue = string | number | boolean | null;

const SEPARATOR = '; ';

/** Lists of records that are represented by one of their properties; other ones are left out. */
const REPRESENTED_BY: Record<string, string> = { phones: 'number', speed_dials: 'code' };
/** Lists of records, and records that can be missing: empty or null, they are left out as well. */
const LEFT_OUT = new Set(['location', 'notice', 'sources', 'translations', 'served_by']);

/**
 * Flattens the properties of a GeoJSON Feature for GIS programs: `organization.name` becomes
 * `organization_name`, and a list becomes one text, or null if it is empty.
 *
 * @param properties a JSON object
 */
export function flatPropertiesText(properties: string): string {
  return JSON.stringify(Object.fromEntries(flatEntries(JSON.parse(properties))));
}

function flatEntries(record: object, prefix = ''): [string, FlatValue][] {
  return Object.entries(record).flatMap(([name, value]) => flatEntry(prefix + name, value));
}

function flatEntry(name: string, value: unknown): [string, FlatValue][] {
  if (Array.isArray(value)) return flatList(name, value);
  if (isRecord(value)) return flatEntries(value, `${name}_`);
  return value === null && LEFT_OUT.has(name) ? [] : [[name, value as FlatValue]];
}

function flatList(name: string, list: unknown[]): [string, FlatValue][] {
  if (LEFT_OUT.has(name)) return [];
  const part = REPRESENTED_BY[name];
  const values = list.map((item) => (isRecord(item) && part ? item[part] : item));
  if (values.some(isRecord)) return [];
  return [[name, values.length > 0 ? values.join(SEPARATOR) : null]];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
