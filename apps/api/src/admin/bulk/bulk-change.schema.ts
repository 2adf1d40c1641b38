import {
  type BulkChange,
  type BulkChangeReport,
  type BulkChangeRequest,
  type BulkChangeSummary,
  type BulkResult,
  type BulkUndoReport,
  bulkActions,
  bulkFields,
  bulkOutcomes,
  editedKinds,
  MAX_BULK_PART,
  type Person,
  type SelectedRecord,
} from '#contract';
import {
  arrayOf,
  component,
  count,
  dateTime,
  enumOf,
  nullable,
  objectOf,
  ref,
  text,
  uuid,
} from '../../http/openapi/schema-builder.ts';
import { revisionNote } from '../records/schema/part.schema.ts';
import { EXAMPLE_ID } from '../records/schema/record.schema.ts';

const change = objectOf<BulkChange>({
  action: enumOf(bulkActions),
  field: nullable(enumOf([...bulkFields.set, ...bulkFields.list])),
  value: nullable(text('Of assign: the id of an account, or null for nobody.')),
});
const changeExample: BulkChange = { action: 'add', field: 'languages', value: 'es' };

export const bulkChangeRequestComponent = component<BulkChangeRequest>(
  'BulkChangeRequest',
  objectOf<BulkChangeRequest>({
    change,
    revision: nullable(ref(revisionNote)),
    records: {
      ...arrayOf(objectOf<SelectedRecord>({ kind: enumOf(editedKinds), id: uuid, version: count })),
      maxItems: MAX_BULK_PART,
    },
  }),
);

const results = arrayOf(
  objectOf<BulkResult>({
    kind: enumOf(editedKinds),
    id: uuid,
    outcome: enumOf(bulkOutcomes),
    detail: nullable(text('Why it was refused.')),
  }),
);
const resultExample: BulkResult = {
  ...{ kind: 'organization', id: EXAMPLE_ID },
  ...{ outcome: 'done', detail: null },
};

export const bulkChangeReportComponent = component<BulkChangeReport>(
  'BulkChangeReport',
  objectOf<BulkChangeReport>({ id: uuid, results }),
  { id: EXAMPLE_ID, results: [resultExample] },
);

export const bulkUndoReportComponent = component<BulkUndoReport>(
  'BulkUndoReport',
  objectOf<BulkUndoReport>({ results, left: count }),
  { results: [resultExample], left: 0 },
);

type Summaries = { items: BulkChangeSummary[] };

export const bulkChangesComponent = component<Summaries>(
  'BulkChanges',
  objectOf<Summaries>({
    items: arrayOf(
      objectOf<BulkChangeSummary>({
        id: uuid,
        change,
        made_at: dateTime,
        undone_at: nullable(dateTime),
        done: count,
      }),
    ),
  }),
  {
    items: [
      {
        ...{ id: EXAMPLE_ID, change: changeExample, made_at: '2026-11-30T12:00:00Z' },
        ...{ undone_at: null, done: 12 },
      },
    ],
  },
);

type People = { items: Person[] };

export const assigneesComponent = component<People>(
  'Assignees',
  objectOf<People>({ items: arrayOf(objectOf<Person>({ id: uuid, name: text() })) }),
  { items: [{ id: EXAMPLE_ID, name: 'Ana' }] },
);
