import {
  type Difference,
  editedKinds,
  type Revision,
  type RevisionSummary,
  revisionActions,
} from '#contract';
import {
  arrayOf,
  component,
  count,
  dateTime,
  enumOf,
  type JsonSchema,
  nullable,
  objectOf,
  ref,
  type SchemasOf,
  text,
  uuid,
} from '../../http/openapi/schema-builder.ts';
import { noteSource } from '../records/schema/part.schema.ts';
import { anyDocument, EXAMPLE_ID } from '../records/schema/record.schema.ts';

const anything = {} as JsonSchema;

/** What differs between two documents. */
export const differenceComponent = component<Difference>(
  'Difference',
  objectOf<Difference>({
    path: text('Fields and ids of parts, as in /phones/{id}/number.'),
    change: enumOf(['changed', 'added', 'removed', 'moved']),
    before: anything,
    after: anything,
  }),
);

/** Who did something; null: their data were erased. */
export const authorSchema = nullable(
  objectOf<{ id: string; name: string }>({ id: uuid, name: text() }),
);

const summary: SchemasOf<RevisionSummary> = {
  id: text(),
  kind: enumOf(editedKinds),
  record_id: uuid,
  version: { ...count, description: 'That the record has after it.' },
  action: enumOf(revisionActions),
  made_at: dateTime,
  author: authorSchema,
  reason: nullable(text()),
  source: nullable(noteSource),
};

const example: RevisionSummary = {
  id: '12',
  kind: 'organization',
  record_id: EXAMPLE_ID,
  version: 7,
  action: 'deleted',
  made_at: '2026-11-30T12:00:00Z',
  author: null,
  reason: null,
  source: null,
};

/** A page of the revisions of a record. */
export interface RevisionPage {
  items: RevisionSummary[];
  /** Pass it as `before`; null on the last page. */
  next: string | null;
}

export const revisionPageComponent = component<RevisionPage>(
  'RevisionPage',
  objectOf<RevisionPage>({
    items: arrayOf(objectOf<RevisionSummary>(summary)),
    next: nullable(text('Pass it as before for older ones.')),
  }),
  { items: [example], next: null },
);

export const revisionComponent = component<Revision>(
  'Revision',
  objectOf<Revision>({
    ...summary,
    before: nullable(anyDocument),
    after: nullable(anyDocument),
    differences: arrayOf(ref(differenceComponent)),
  }),
  { ...example, before: null, after: null, differences: [] },
);
