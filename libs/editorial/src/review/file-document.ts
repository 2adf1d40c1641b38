import type { RecordDocument } from '#contract';
import type { StoredRecord } from '../record/stored-record.ts';

/** A record of the bundled files, whose form is that of `seed/records.ts`. */
interface FileRecord {
  [field: string]: unknown;
}

/** Fields that have the same name and form in the files and in documents. */
const SAME: Record<StoredRecord['kind'], string[]> = {
  organization: [
    ...['slug', 'name', 'alternate_names', 'description', 'website', 'email', 'status'],
    ...['status_note', 'closure', 'confidence', 'confidence_note'],
  ],
  help_line: [
    ...['slug', 'position', 'page_line', 'name', 'published', 'audience', 'locates', 'email'],
    ...['website', 'hours', 'languages', 'service_types', 'note', 'confidence', 'confidence_note'],
  ],
  facility: [
    ...['slug', 'name', 'ice_code', 'city', 'postal_code', 'region', 'country', 'field_office'],
    ...[
      'average_daily_population',
      'population_as_of',
      'in_use_as_of',
      'phone',
      'note',
      'confidence',
    ],
  ],
  guide: ['slug', 'position', 'status', 'as_of', 'reviewed_by', 'review_due'],
};

type Named = { id?: string; [field: string]: unknown };

/** The lists of parts that files and documents have in common, and what tells their parts apart. */
const LISTS: Record<string, { key: string; rename?: Record<string, string> }> = {
  sources: { key: 'what' },
  phones: { key: 'number' },
};

/**
 * Returns the document that a record would have if what a file says of it was taken over: its own
 * fields, phones and sources. Services, places and codes stay as they are, since the files name their
 * parts differently.
 */
export function fileDocument(file: object, { kind, document }: StoredRecord): RecordDocument {
  const record = file as FileRecord;
  const proposed: FileRecord = { ...document };
  for (const field of SAME[kind]) {
    if (record[field] !== undefined) proposed[field] = sortedLike(record[field], proposed[field]);
  }
  for (const [name, { key }] of Object.entries(LISTS)) {
    const present = proposed[name];
    const inFile = record[name];
    if (!Array.isArray(present) || !Array.isArray(inFile)) continue;
    proposed[name] = inFile.map((part: Named) => {
      const known = present.find((one: Named) => one[key] === part[key]) as Named | undefined;
      return { ...emptyPart(name), ...known, ...part, ...(known ? { id: known.id } : {}) };
    });
  }
  return proposed as unknown as RecordDocument;
}

function emptyPart(list: string): object {
  return list === 'phones' ? { extension: null, type: null } : {};
}

// Lists of codes have no order; documents sort them.
function sortedLike(value: unknown, present: unknown): unknown {
  const isCodes = Array.isArray(value) && Array.isArray(present) && value.every(isText);
  return isCodes && `${[...present].sort()}` === `${[...value].sort()}` ? present : value;
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}
