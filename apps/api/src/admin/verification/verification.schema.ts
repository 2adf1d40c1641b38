import {
  type DueRecord,
  type EditedRecord,
  type NewVerification,
  recordedMethods,
  type Verification,
  verificationHarms,
  verificationMethods,
  verificationOutcomes,
  verificationTopics,
  verifiedKinds,
} from '#contract';
import {
  arrayOf,
  type Component,
  component,
  count,
  date,
  dateTime,
  enumOf,
  nullable,
  objectOf,
  ref,
  type Schema,
  text,
} from '../../http/openapi/schema-builder.ts';
import { phoneDocument } from '../records/schema/part.schema.ts';
import { recordSchemas } from '../records/schema/record.schema.ts';

export const newVerificationComponent = component(
  'NewVerification',
  objectOf<NewVerification>({
    outcome: enumOf(
      verificationOutcomes,
      'still_right, and changed after the change was saved, confirm the record.',
    ),
    method: enumOf(verificationMethods),
    note: nullable(text()),
    date,
  }),
);

const records = verifiedKinds.map((kind) => recordSchemas(kind).record);
const anyRecord: Schema<EditedRecord> = { anyOf: records.map((one) => ref(one)) };

/** A page of the records that are due. */
export interface VerificationQueue {
  items: DueRecord[];
  total: number;
  next: string | null;
}

export const verificationQueueComponent = component<VerificationQueue>(
  'VerificationQueue',
  objectOf<VerificationQueue>({
    items: arrayOf(
      objectOf<DueRecord>({
        harm: enumOf(verificationHarms, 'Why it should be verified, the most harmful first.'),
        name: text(),
        record: anyRecord,
        phone: nullable(ref(phoneDocument)),
        topics: arrayOf(
          objectOf<DueRecord['topics'][number]>({
            topic: enumOf(verificationTopics),
            values: arrayOf(text()),
          }),
        ),
        attempts: arrayOf(
          objectOf<Verification>({
            outcome: enumOf(verificationOutcomes),
            method: enumOf(recordedMethods),
            note: nullable(text()),
            verified_at: dateTime,
            verified_by: nullable(text()),
          }),
        ),
      }),
    ),
    total: { ...count, description: 'All that are due.' },
    next: nullable(text('Pass it as cursor; null on the last page.')),
  }),
  {
    items: [
      {
        harm: 'never',
        name: 'Example Center',
        record: (records[0] as Component<EditedRecord>).example as EditedRecord,
        phone: null,
        topics: [{ topic: 'status', values: ['active'] }],
        attempts: [],
      },
    ],
    total: 1,
    next: null,
  },
);
