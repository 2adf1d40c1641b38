import {
  type Guide,
  type GuideBlock,
  type GuideChange,
  type GuideSummary,
  guideStatuses,
} from '#contract';
import {
  arrayOf,
  component,
  constant,
  date,
  enumOf,
  flag,
  nullable,
  objectOf,
  oneOf,
  partialDate,
  ref,
  type SchemasOf,
  text,
} from '../../http/openapi/schema-builder.ts';
import { exampleSources, sourceNoteComponent } from '../shared/record-parts.schema.ts';

const summarySchemas: SchemasOf<GuideSummary> = {
  slug: text(),
  title: text(),
  summary: text(),
  language: text('ISO 639: of the text, English where the guide is not told in the one asked for.'),
  languages: arrayOf(text('ISO 639')),
  draft: flag('A machine translated it, and nobody has read it since.'),
  status: enumOf(
    guideStatuses,
    'historical: the rules have changed; under review: some of it may be wrong by now.',
  ),
  as_of: { ...date, description: 'Of the knowledge in the text.' },
  reviewed_by: nullable(text('The lawyer who has signed it; null: none has.')),
  review_due: nullable({ ...date, description: 'A current guide is under review from then on.' }),
};

type TextBlock = Extract<GuideBlock, { kind: 'text' }>;
type HelpBlock = Extract<GuideBlock, { kind: 'help' }>;

const summaryComponent = component<GuideSummary>(
  'GuideSummary',
  objectOf<GuideSummary>(summarySchemas),
);

const exampleGuide: Guide = {
  slug: 'example-guide',
  title: 'An example',
  summary: 'It is invented.',
  language: 'en',
  languages: ['en', 'es'],
  draft: false,
  status: 'historical',
  as_of: '2023-07-26',
  reviewed_by: null,
  review_due: null,
  blocks: [
    { kind: 'text', html: '<p>Once it was so.</p>' },
    { kind: 'help', service_types: ['legal'], help_lines: ['example-line'] },
  ],
  changes: [
    {
      date: '2025-01-20',
      what: 'It is no longer so.',
      language: 'en',
      source_url: 'https://news.example',
    },
  ],
  sources: exampleSources,
};

export const guideComponent = component<Guide>(
  'Guide',
  objectOf<Guide>({
    ...summarySchemas,
    blocks: arrayOf<GuideBlock>(
      oneOf(
        objectOf<TextBlock>({
          kind: constant('text'),
          html: text('Headings, paragraphs and lists.'),
        }),
        objectOf<HelpBlock>({
          kind: constant('help'),
          service_types: arrayOf(text()),
          help_lines: arrayOf(text('Slug of a help line.')),
        }),
      ),
    ),
    changes: {
      ...arrayOf(
        objectOf<GuideChange>({
          date: partialDate,
          what: text(),
          language: text('ISO 639'),
          source_url: nullable(text()),
        }),
      ),
      description: 'What changed since it was written, the oldest first.',
    },
    sources: arrayOf(ref(sourceNoteComponent)),
  }),
  exampleGuide,
);

/** All guides on one page: summaries, or full guides if requested. */
interface GuideList {
  items: (GuideSummary | Guide)[];
  next: null;
}

export const guidePageComponent = component<GuideList>(
  'GuidePage',
  objectOf<GuideList>({
    items: { type: 'array', items: { anyOf: [ref(summaryComponent), ref(guideComponent)] } },
    next: { type: 'null' },
  }),
  { items: [exampleGuide], next: null },
);
