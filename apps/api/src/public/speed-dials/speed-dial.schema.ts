import { type SpeedDialEvent, type SpeedDialRecord, speedDialStatuses } from '#contract';
import { pageComponent } from '../../http/openapi/page.schema.ts';
import {
  arrayOf,
  component,
  enumOf,
  nullable,
  objectOf,
  partialDate,
  ref,
  text,
  uuid,
} from '../../http/openapi/schema-builder.ts';
import {
  exampleSources,
  exampleSpeedDial,
  phoneComponent,
  sourceNoteComponent,
  speedDialSchemas,
} from '../shared/record-parts.schema.ts';

const eventComponent = component<SpeedDialEvent>(
  'SpeedDialEvent',
  objectOf<SpeedDialEvent>({
    status: nullable(enumOf(speedDialStatuses, 'What the code became.')),
    date: partialDate,
    what: text(),
    source_url: nullable(text()),
  }),
);

export const exampleSpeedDialRecord: SpeedDialRecord = {
  id: '5d2b1a0c-5d0a-5f0e-8a3e-0c1d2e3f4a5b',
  ...exampleSpeedDial,
  owner: { kind: 'help_line', slug: 'example-line', name: 'Example Line' },
  audience: 'People in detention',
  caution: null,
  service_types: ['legal'],
  languages: [],
  hours: null,
  phones: [],
  email: null,
  website: null,
  history: [
    { status: 'blocked', date: '2019-08', what: 'Invented: it was cut off.', source_url: null },
  ],
  source_date: '2026-07',
  sources: exampleSources,
};

export const speedDialRecordComponent = component<SpeedDialRecord>(
  'SpeedDialRecord',
  objectOf<SpeedDialRecord>({
    id: uuid,
    ...speedDialSchemas,
    owner: objectOf<SpeedDialRecord['owner']>({
      kind: enumOf(['help_line', 'organization']),
      slug: text(),
      name: text(),
    }),
    audience: nullable(text()),
    caution: nullable(text('What a caller should know first, such as who runs the line.')),
    service_types: arrayOf(text()),
    languages: arrayOf(text()),
    hours: nullable(text('In words, as the source gives them.')),
    phones: arrayOf(ref(phoneComponent)),
    email: nullable(text()),
    website: nullable(text()),
    history: {
      ...arrayOf(ref(eventComponent)),
      description: 'What happened to the code, the oldest first.',
    },
    source_date: nullable(partialDate),
    sources: arrayOf(ref(sourceNoteComponent)),
  }),
  exampleSpeedDialRecord,
);

export const speedDialPageComponent = pageComponent(
  speedDialRecordComponent,
  exampleSpeedDialRecord,
  'SpeedDialPage',
);

export const speedDialTableComponent = component<string>(
  'SpeedDialTable',
  text('RFC 4180, with a row of names first. Phone numbers are tel: addresses.'),
  'code,code_spelled,status\r\n1234#,1 2 3 4 hash,unverified\r\n',
);
