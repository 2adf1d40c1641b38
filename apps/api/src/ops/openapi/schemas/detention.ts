import { evidences, speedDialPattern, speedDialStatuses } from '#contract';
import {
  exactly,
  listOf,
  moment,
  nullable,
  oneOfCodes,
  pageOf,
  partialDate,
  ref,
  type Schema,
  text,
  uuid,
} from '../../../http/openapi/schema-builder.ts';
import { statement } from './directory.ts';

/** Schemas of what helps a person who is held. */
export const detentionSchemas: Record<string, Schema> = {
  SpeedDialEvent: exactly({
    status: nullable(oneOfCodes(speedDialStatuses, 'What the code became.')),
    date: partialDate,
    what: text(),
    source_url: nullable(text()),
  }),
  SpeedDialRecord: exactly({
    id: uuid,
    code: {
      type: 'string',
      pattern: speedDialPattern.source,
      description: 'Dialled on a detention phone, hash and star in their place.',
    },
    status: oneOfCodes(speedDialStatuses),
    scope: nullable(listOf(text('Slug of a facility; null instead of a list: every facility.'))),
    verified_at: nullable(moment),
    note: nullable(text('Any doubt about the code.')),
    owner: exactly({
      kind: oneOfCodes(['help_line', 'organization']),
      slug: text(),
      name: text(),
    }),
    audience: nullable(text()),
    caution: nullable(text('What a caller should know first, such as who runs the line.')),
    service_types: listOf(text()),
    languages: listOf(text()),
    hours: nullable(text('In words, as the source gives them.')),
    phones: listOf(ref('Phone')),
    email: nullable(text()),
    website: nullable(text()),
    history: {
      ...listOf(ref('SpeedDialEvent')),
      description: 'What happened to the code, the oldest first.',
    },
    source_date: nullable(partialDate),
    sources: listOf(ref('SourceNote')),
  }),
  SpeedDialPage: pageOf('SpeedDialRecord'),
  SpeedDialTable: text('RFC 4180, with a row of names first. Phone numbers are tel: addresses.'),
  FacilityHelp: exactly({
    facility: ref('Facility'),
    speed_dials: {
      ...listOf(ref('SpeedDialRecord')),
      description: 'Codes that may work there: neither blocked nor retired.',
    },
    locators: {
      ...listOf(ref('HelpLine')),
      description: 'How to find a person who is held.',
    },
    helpers: {
      ...listOf(
        exactly({
          evidence: oneOfCodes(
            evidences,
            'stated: a source says so; same-city: legal help in the same town; nearest: merely near.',
          ),
          stated: nullable(exactly(statement)),
          listing: ref('Listing'),
        }),
      ),
      description: 'Legal help, the surest first. Distances are from the facility.',
    },
  }),
};
