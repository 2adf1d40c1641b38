import type { RecordedMethod, VerificationMethod } from '../vocabulary/codes.ts';
import type { EditedRecord } from './record-document.ts';
import type { PhoneDocument } from './record-parts-document.ts';

export const verificationOutcomes = [
  'still_right',
  'changed',
  'no_answer',
  'closed',
  'wrong_number',
] as const;
/** What came of an attempt to verify a record. The first two confirm it. */
export type VerificationOutcome = (typeof verificationOutcomes)[number];

/** The kinds of records that can be verified. */
export const verifiedKinds = ['organization', 'help_line', 'facility'] as const;
export type VerifiedKind = (typeof verifiedKinds)[number];

export interface NewVerification {
  outcome: VerificationOutcome;
  method: VerificationMethod;
  note: string | null;
  /** The day when it was verified. */
  date: string;
}

/** An attempt to verify a record. */
export interface Verification {
  outcome: VerificationOutcome;
  method: RecordedMethod;
  note: string | null;
  verified_at: string;
  /** null: their data were erased. */
  verified_by: string | null;
}

export const verificationHarms = [
  'possibly_closed',
  'wrong_number',
  'code',
  'requested',
  'never',
  'due',
] as const;
/** Why a record should be verified, the most harmful first; `requested`: somebody asks for it. */
export type VerificationHarm = (typeof verificationHarms)[number];

export const verificationTopics = [
  'status',
  'phones',
  'hours',
  'addresses',
  'services',
  'languages',
  'codes',
  'website',
] as const;
export type VerificationTopic = (typeof verificationTopics)[number];

/** A record that is due, with all that a call needs. */
export interface DueRecord {
  harm: VerificationHarm;
  name: string;
  record: EditedRecord;
  /** The number to call; null if none is known to be a voice line. */
  phone: PhoneDocument | null;
  /** What to ask about, with today's values as text. */
  topics: { topic: VerificationTopic; values: string[] }[];
  /** Newest first. */
  attempts: Verification[];
}

/** For how many days data of a kind count as verified. */
export interface VerificationDays {
  phone: number;
  hours: number;
  code: number;
  possiblyClosed: number;
}
