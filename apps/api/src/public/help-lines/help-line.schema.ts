import { confidences, freshnesses, type HelpLine, type ListedHelpLine } from '#contract';
import { pageComponent } from '../../http/openapi/page.schema.ts';
import {
  arrayOf,
  component,
  dateTime,
  enumOf,
  flag,
  nullable,
  objectOf,
  partialDate,
  ref,
  type SchemasOf,
  text,
  uuid,
} from '../../http/openapi/schema-builder.ts';
import { addedFields, entryResource } from '../shared/fields/entry-resource.ts';
import {
  exampleSources,
  exampleSpeedDial,
  phoneComponent,
  sourceNoteComponent,
  speedDialComponent,
} from '../shared/record-parts.schema.ts';

export const helpLineSchemas: SchemasOf<HelpLine> = {
  id: uuid,
  slug: text(),
  name: text(),
  organization: nullable(text()),
  audience: nullable(text()),
  locates: flag('It tells where a person is held, or how a case stands.'),
  service_types: arrayOf(text()),
  languages: arrayOf(text()),
  phone: nullable(text('E.164: the number to call first.')),
  phones: arrayOf(ref(phoneComponent)),
  speed_dials: arrayOf(ref(speedDialComponent)),
  email: nullable(text()),
  website: nullable(text()),
  hours: nullable(text()),
  note: nullable(text('What a caller should know first.')),
  confidence: enumOf(confidences),
  source_date: nullable(partialDate),
  sources: arrayOf(ref(sourceNoteComponent)),
  verified_at: nullable(dateTime),
  freshness: enumOf(freshnesses),
};

export const exampleHelpLine: HelpLine = {
  id: '2d2b1a0c-5d0a-5f0e-8a3e-0c1d2e3f4a5b',
  slug: 'example-line',
  name: 'Example Line',
  organization: 'Example Shelter',
  audience: 'People in detention',
  locates: false,
  service_types: ['legal'],
  languages: [],
  phone: null,
  phones: [],
  speed_dials: [exampleSpeedDial],
  email: null,
  website: null,
  hours: null,
  note: null,
  confidence: 'likely',
  source_date: '2026-07',
  sources: exampleSources,
  verified_at: null,
  freshness: 'never',
};

export const helpLineComponent = component<HelpLine>(
  'HelpLine',
  objectOf<HelpLine>(helpLineSchemas),
  exampleHelpLine,
);

export const helpLineResource = entryResource('help_line', Object.keys(helpLineSchemas));

/** An invented record as lists contain it. */
export const exampleListedHelpLine: ListedHelpLine = helpLineResource.summary(
  exampleHelpLine,
) as ListedHelpLine;

export const listedHelpLineComponent = component<ListedHelpLine>(
  'ListedHelpLine',
  objectOf<ListedHelpLine>(helpLineSchemas, {
    optional: addedFields('help_line', helpLineResource.fields) as never[],
    description:
      'A record in a list. Fields beyond the required ones are there if they are asked for with include or fields.',
  }),
  exampleListedHelpLine,
);

export const helpLinePageComponent = pageComponent(listedHelpLineComponent, exampleListedHelpLine);
