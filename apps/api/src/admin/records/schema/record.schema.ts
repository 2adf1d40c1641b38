import {
  confidences,
  type EditedKind,
  type EditedRecord,
  type FacilityDocument,
  type GuideDocument,
  guideStatuses,
  type HelpLineDocument,
  listingStatuses,
  type OrganizationDocument,
  type RecordDocument,
  type RecordDocuments,
  type RevisionNote,
} from '#contract';
import {
  arrayOf,
  type Component,
  component,
  constant,
  count,
  date,
  dateTime,
  enumOf,
  flag,
  latitude,
  longitude,
  nullable,
  objectOf,
  partialDate,
  ref,
  type Schema,
  text,
  uuid,
} from '../../../http/openapi/schema-builder.ts';
import { exampleDocuments } from './examples.ts';
import {
  facilityStatement,
  phoneDocument,
  placeDocument,
  revisionNote,
  serviceDocument,
  sourceDocument,
  speedDialDocument,
  translationDocument,
} from './part.schema.ts';

const organization = objectOf<OrganizationDocument>({
  slug: text(),
  name: text(),
  alternate_names: arrayOf(text()),
  description: nullable(text()),
  email: nullable(text()),
  website: nullable(text()),
  other_websites: arrayOf(
    objectOf<OrganizationDocument['other_websites'][number]>(
      { id: uuid, label: nullable(text()), url: text() },
      { optional: ['id'] },
    ),
  ),
  status: enumOf(listingStatuses),
  status_note: nullable(text()),
  closure: nullable(
    objectOf<NonNullable<OrganizationDocument['closure']>>({
      closed_on: nullable(date),
      what_happened: nullable(text()),
      still_there: nullable(text()),
    }),
  ),
  phones: arrayOf(ref(phoneDocument)),
  speed_dials: arrayOf(ref(speedDialDocument)),
  services: arrayOf(ref(serviceDocument)),
  places: arrayOf(ref(placeDocument)),
  facilities: arrayOf(facilityStatement),
  translations: arrayOf(ref(translationDocument)),
  confidence: enumOf(confidences),
  confidence_note: nullable(text()),
  sources: arrayOf(ref(sourceDocument)),
});

const helpLine = objectOf<HelpLineDocument>({
  slug: text(),
  position: count,
  page_line: nullable(text()),
  name: nullable(text()),
  organization_id: nullable(uuid),
  organization_name: nullable(text()),
  audience: nullable(text()),
  locates: flag('Whether it tells callers where a person is detained.'),
  published: flag('Whether readers see it.'),
  email: nullable(text()),
  website: nullable(text()),
  hours: nullable(text()),
  note: nullable(text()),
  phones: arrayOf(ref(phoneDocument)),
  speed_dials: arrayOf(ref(speedDialDocument)),
  languages: arrayOf(text()),
  service_types: arrayOf(text()),
  confidence: enumOf(confidences),
  confidence_note: nullable(text()),
  sources: arrayOf(ref(sourceDocument)),
});

const facility = objectOf<FacilityDocument>({
  slug: text(),
  name: text(),
  ice_code: text(),
  address_1: text(),
  city: text(),
  region: text(),
  postal_code: text(),
  country: text(),
  point: objectOf<FacilityDocument['point']>({ longitude, latitude }),
  field_office: text(),
  average_daily_population: nullable({ type: 'number', minimum: 0 } as Schema<number>),
  population_as_of: nullable(partialDate),
  in_use_as_of: nullable(partialDate),
  phone: nullable(text()),
  note: nullable(text()),
  confidence: enumOf(confidences),
  confidence_note: nullable(text()),
  sources: arrayOf(ref(sourceDocument)),
});

const guide = objectOf<GuideDocument>({
  slug: text(),
  position: count,
  status: enumOf(guideStatuses),
  as_of: date,
  reviewed_by: nullable(text()),
  review_due: nullable(date),
  texts: arrayOf(
    objectOf<GuideDocument['texts'][number]>({
      language: text(),
      title: text(),
      summary: text(),
      body: text('Markdown.'),
      draft: flag('Whether no native speaker has read it.'),
    }),
  ),
  changes: arrayOf(
    objectOf<GuideDocument['changes'][number]>(
      {
        id: uuid,
        date: partialDate,
        texts: {
          type: 'object',
          additionalProperties: { type: 'string' },
        } as Schema<Record<string, string>>,
        source_url: nullable(text()),
      },
      { optional: ['id'] },
    ),
  ),
  sources: arrayOf(ref(sourceDocument)),
});

/** The schemas of documents, by kind. */
export const documentComponents: { [Kind in EditedKind]: Component<RecordDocuments[Kind]> } = {
  organization: component('OrganizationDocument', organization, exampleDocuments.organization),
  help_line: component('HelpLineDocument', helpLine, exampleDocuments.help_line),
  facility: component('FacilityDocument', facility, exampleDocuments.facility),
  guide: component('GuideDocument', guide, exampleDocuments.guide),
};

export const EXAMPLE_ID = '5b7800a8-164b-57a5-8f05-83f454f60ac1';

/** The schemas of one kind of record. */
export interface RecordSchemas {
  record: Component<EditedRecord>;
  document: Component<RecordDocument>;
  /** The body of a change. */
  edit: Component<{ document: RecordDocument; revision: RevisionNote }>;
}

const NAMES: Record<EditedKind, string> = {
  organization: 'Organization',
  help_line: 'HelpLine',
  facility: 'Facility',
  guide: 'Guide',
};

/** Returns the schemas of one kind of record. */
export function recordSchemas(kind: EditedKind): RecordSchemas {
  const document = documentComponents[kind] as unknown as Component<RecordDocument>;
  const example = exampleDocuments[kind] as RecordDocument;
  const record = objectOf<EditedRecord>({
    kind: constant(kind) as Schema<EditedKind>,
    id: uuid,
    version: { ...count, description: 'Also the ETag: send it as If-Match with a change.' },
    document: ref(document),
    verified_at: nullable(dateTime),
    due_at: nullable(dateTime),
    withheld: flag('Whether something of it is withheld from this account.'),
  });
  const edit = objectOf<{ document: RecordDocument; revision: RevisionNote }>({
    document: ref(document),
    revision: ref(revisionNote),
  });
  return {
    document,
    record: component(`Edited${NAMES[kind]}`, record, {
      ...{ kind, id: EXAMPLE_ID, version: 7, document: example },
      ...{ verified_at: null, due_at: null, withheld: false },
    }),
    edit: component(`Edit${NAMES[kind]}`, edit),
  };
}

/** The body of a change that says why alone. */
export const revisionBody = component(
  'RevisionBody',
  objectOf<{ revision: RevisionNote }>({ revision: ref(revisionNote) }),
);

/** A document of any kind. */
export const anyDocument: Schema<RecordDocument> = {
  anyOf: Object.values(documentComponents).map((one) => ref(one as Component<unknown>)),
};
