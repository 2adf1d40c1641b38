import {
  type EditedKind,
  editedKinds,
  freshnesses,
  type Person,
  type RecordList,
  type RecordListItem,
} from '#contract';
import {
  arrayOf,
  component,
  count,
  dateTime,
  enumOf,
  nullable,
  objectOf,
  text,
  uuid,
} from '../../../http/openapi/schema-builder.ts';
import { EXAMPLE_ID } from './record.schema.ts';

const personSchema = objectOf<Person>({ id: uuid, name: text() });

export const recordListComponent = component(
  'RecordList',
  objectOf<RecordList>({
    items: arrayOf(
      objectOf<RecordListItem>({
        kind: enumOf(editedKinds),
        id: uuid,
        slug: text(),
        name: text(),
        status: text(),
        regions: arrayOf(text()),
        service_types: arrayOf(text()),
        version: count,
        changed_at: nullable(dateTime),
        verified_at: nullable(dateTime),
        due_at: nullable(dateTime),
        freshness: enumOf(freshnesses),
        assignee: nullable(personSchema),
      }),
    ),
    total: count,
    page: count,
    pages: count,
    counts: objectOf<Record<EditedKind, number>>({
      organization: count,
      help_line: count,
      facility: count,
      guide: count,
    }),
  }),
  {
    items: [
      {
        ...{ kind: 'organization', id: EXAMPLE_ID, slug: 'example', name: 'Example' },
        ...{ status: 'active', regions: ['US-TX'], service_types: ['legal'] },
        ...{ version: 7, changed_at: null, assignee: null },
        ...{ verified_at: null, due_at: null, freshness: 'never' },
      },
    ],
    ...{ total: 1, page: 1, pages: 1 },
    counts: { organization: 1, help_line: 0, facility: 0, guide: 0 },
  },
);
