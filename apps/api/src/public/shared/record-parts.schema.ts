import {
  e164Pattern,
  type OrganizationReference,
  type Phone,
  phoneTypes,
  type SourceNote,
  type SpeedDial,
  type Statement,
  speedDialPattern,
  speedDialStatuses,
  type Translation,
  translatedFields,
} from '#contract';
import {
  arrayOf,
  component,
  dateTime,
  enumOf,
  flag,
  nullable,
  objectOf,
  partialDate,
  type SchemasOf,
  text,
  uuid,
} from '../../http/openapi/schema-builder.ts';

export const translationComponent = component<Translation>(
  'Translation',
  objectOf<Translation>(
    {
      field: enumOf(translatedFields),
      language: text('ISO 639'),
      text: text(),
      outdated: flag('The English text that it was made from has changed since.'),
      reviewed_by: nullable(text('null: a draft made by a machine, read by nobody yet.')),
    },
    { description: 'A text of the record in another language than English.' },
  ),
);

export const sourceNoteComponent = component<SourceNote>(
  'SourceNote',
  objectOf<SourceNote>({
    url: nullable(text('null: the source was seen, but has no public address.')),
    what: text(),
    date: nullable(partialDate),
  }),
);

export const phoneComponent = component<Phone>(
  'Phone',
  objectOf<Phone>({
    number: { type: 'string', pattern: e164Pattern.source, description: 'E.164' },
    type: nullable(enumOf(phoneTypes, 'HSDS phone.type; textphone is TTY.')),
    label: nullable(text()),
    as_of: nullable(partialDate),
  }),
);

export const speedDialSchemas: SchemasOf<SpeedDial> = {
  code: {
    type: 'string',
    pattern: speedDialPattern.source,
    description: 'Dialled on a detention phone, hash and star in their place.',
  },
  status: enumOf(speedDialStatuses),
  scope: nullable(arrayOf(text('Slug of a facility; null instead of a list: every facility.'))),
  verified_at: nullable(dateTime),
  note: nullable(text('Any doubt about the code.')),
};

export const speedDialComponent = component<SpeedDial>(
  'SpeedDial',
  objectOf<SpeedDial>(speedDialSchemas),
);

/** A source's statement about an organization's work in a facility. */
export const statementSchemas: SchemasOf<Statement> = {
  statement: text(),
  source_url: nullable(text()),
  as_of: nullable(partialDate),
};

export const organizationReferenceSchema = objectOf<OrganizationReference>({
  id: uuid,
  slug: text(),
  name: text(),
});

/** Made-up values of parts that many records share. */
export const exampleSources: SourceNote[] = [
  { url: 'https://shelter.example/about', what: 'Its own page', date: '2026-07' },
];

export const exampleStatement: Statement = {
  statement: 'It gives legal advice there.',
  source_url: 'https://shelter.example/about',
  as_of: '2026-07',
};

export const exampleOrganization: OrganizationReference = {
  id: '1d2b1a0c-5d0a-5f0e-8a3e-0c1d2e3f4a5b',
  slug: 'example-shelter',
  name: 'Example Shelter',
};

export const exampleSpeedDial: SpeedDial = {
  code: '1234#',
  status: 'unverified',
  scope: null,
  verified_at: null,
  note: null,
};
