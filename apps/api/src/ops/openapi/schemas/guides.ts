import { guideStatuses } from '#contract';
import {
  exactly,
  listOf,
  nullable,
  oneOfCodes,
  partialDate,
  ref,
  type Schema,
  text,
} from '../../../http/openapi/schema-builder.ts';

const date: Schema = { type: 'string', format: 'date' };

const summary = {
  slug: text(),
  title: text(),
  summary: text(),
  language: text('ISO 639: of the text, English where the guide is not told in the one asked for.'),
  languages: listOf(text('ISO 639')),
  draft: { type: 'boolean', description: 'A machine translated it, and nobody has read it since.' },
  status: oneOfCodes(
    guideStatuses,
    'historical: the rules have changed; under review: some of it may be wrong by now.',
  ),
  as_of: { ...date, description: 'Of the knowledge in the text.' },
  reviewed_by: nullable(text('The lawyer who has signed it; null: none has.')),
  review_due: nullable({ ...date, description: 'A current guide is under review from then on.' }),
};

/** Schemas of guides. */
export const guideSchemas: Record<string, Schema> = {
  GuideSummary: exactly(summary),
  Guide: exactly({
    ...summary,
    blocks: listOf({
      oneOf: [
        exactly({ kind: { const: 'text' }, html: text('Headings, paragraphs and lists.') }),
        exactly({
          kind: { const: 'help' },
          service_types: listOf(text()),
          help_lines: listOf(text('Slug of a help line.')),
        }),
      ],
    }),
    changes: {
      ...listOf(
        exactly({
          date: partialDate,
          what: text(),
          language: text('ISO 639'),
          source_url: nullable(text()),
        }),
      ),
      description: 'What changed since it was written, the oldest first.',
    },
    sources: listOf(ref('SourceNote')),
  }),
  GuidePage: exactly({
    items: listOf({ anyOf: [ref('GuideSummary'), ref('Guide')] }),
    next: { type: 'null' },
  }),
};
