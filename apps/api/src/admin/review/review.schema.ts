import {
  type Difference,
  editedKinds,
  type OwnProposal,
  type RecordDocument,
  type ReviewedSuggestion,
  type RevisionNote,
  suggestionOrigins,
} from '#contract';
import type { ReviewResult } from '#editorial';
import {
  arrayOf,
  component,
  count,
  dateTime,
  enumOf,
  flag,
  nullable,
  objectOf,
  ref,
  text,
  uuid,
} from '../../http/openapi/schema-builder.ts';
import { authorSchema, differenceComponent } from '../history/history.schema.ts';
import { revisionNote } from '../records/schema/part.schema.ts';
import { anyDocument, EXAMPLE_ID } from '../records/schema/record.schema.ts';

/** A page of what waits for review. */
export interface SuggestionQueue {
  items: ReviewedSuggestion[];
  total: number;
  page: number;
  pages: number;
}

const difference: Difference = {
  path: '/website',
  change: 'changed',
  before: null,
  after: 'https://example.org',
};

export const suggestionQueueComponent = component<SuggestionQueue>(
  'SuggestionQueue',
  objectOf<SuggestionQueue>({
    items: arrayOf(
      objectOf<ReviewedSuggestion>({
        id: uuid,
        origin: enumOf(suggestionOrigins),
        action: enumOf(['note', 'update', 'delete'], 'What accepting it does to the record.'),
        text: text('As it was written: plain text of anybody.'),
        made_at: dateTime,
        author: authorSchema,
        note: nullable(ref(revisionNote)),
        record: objectOf<ReviewedSuggestion['record']>({
          kind: enumOf(editedKinds),
          id: uuid,
          slug: text(),
          name: text(),
          version: count,
        }),
        four_eyes: flag('Whether its author cannot accept it.'),
        differences: arrayOf(ref(differenceComponent)),
      }),
    ),
    total: count,
    page: count,
    pages: count,
  }),
  {
    items: [
      {
        id: EXAMPLE_ID,
        origin: 'proposal',
        action: 'update',
        text: 'They have a site now.',
        made_at: '2026-11-30T12:00:00Z',
        author: { id: EXAMPLE_ID, name: 'Ana' },
        note: null,
        record: {
          ...{ kind: 'organization', id: EXAMPLE_ID, slug: 'example', name: 'Example' },
          version: 7,
        },
        four_eyes: false,
        differences: [difference],
      },
    ],
    ...{ total: 1, page: 1, pages: 1 },
  },
);

export const ownProposalsComponent = component<{ items: OwnProposal[] }>(
  'OwnProposals',
  objectOf<{ items: OwnProposal[] }>({
    items: arrayOf(
      objectOf<OwnProposal>({
        id: uuid,
        record: objectOf<OwnProposal['record']>({
          kind: enumOf(editedKinds),
          id: uuid,
          name: nullable(text()),
        }),
        text: text(),
        made_at: dateTime,
        state: enumOf(['open', 'accepted', 'declined']),
        decision: nullable(
          objectOf<NonNullable<OwnProposal['decision']>>({
            by: nullable(text()),
            at: dateTime,
            reply: nullable(text()),
          }),
        ),
      }),
    ),
  }),
  {
    items: [
      {
        ...{ id: EXAMPLE_ID, text: 'They have a site now.', made_at: '2026-11-30T12:00:00Z' },
        record: { kind: 'organization', id: EXAMPLE_ID, name: 'Example' },
        state: 'declined',
        decision: { by: 'Ana', at: '2026-11-30T13:00:00Z', reply: 'The site is of another group.' },
      },
    ],
  },
);

export const reviewResultComponent = component<ReviewResult>(
  'ReviewResult',
  objectOf<ReviewResult>({
    id: uuid,
    state: enumOf(['accepted', 'declined']),
    revision: nullable(text('Of the record; null: it was not changed.')),
  }),
  { id: EXAMPLE_ID, state: 'accepted', revision: '12' },
);

export const proposedComponent = component<{ id: string }>(
  'Proposed',
  objectOf<{ id: string }>({ id: uuid }),
  { id: EXAMPLE_ID },
);

/** How a suggestion is accepted; everything may be left out. */
export interface AcceptanceBody {
  document?: RecordDocument;
  version?: number;
  paths?: string[];
  revision?: RevisionNote;
  reply?: string;
}

export const acceptanceComponent = component<AcceptanceBody>(
  'Acceptance',
  objectOf<AcceptanceBody>(
    {
      document: anyDocument,
      version: { ...count, description: 'With a document: of the record that was read.' },
      paths: arrayOf(text('The path of a difference; the others are left out.')),
      revision: ref(revisionNote),
      reply: text('What the author of a proposal is told.'),
    },
    { optional: ['document', 'version', 'paths', 'revision', 'reply'] },
  ),
);

export const rejectionComponent = component<{ reason: string }>(
  'Rejection',
  objectOf<{ reason: string }>({ reason: text() }),
);
