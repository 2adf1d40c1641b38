import type { LanguageCode, PhoneType, SpeedDialStatus } from '../vocabulary/codes.ts';

export interface SourceNote {
  /** null: the source was seen, but has no public address. */
  url: string | null;
  what: string;
  /** ISO 8601 date, as precise as the source gives it: `2026-07-20`, `2026-07` or `2026`. */
  date: string | null;
}

export interface Phone {
  /** E.164 */
  number: string;
  /** null if the source does not say; usually a voice line then. */
  type: PhoneType | null;
  label: string | null;
  /** Date of the source that lists the number. */
  as_of: string | null;
}

export interface SpeedDial {
  /** As printed, including hash and star. Only dialed from inside, so it is never a `tel:` link. */
  code: string;
  status: SpeedDialStatus;
  /** Slugs of the facilities where the code works; null: every facility. */
  scope: string[] | null;
  verified_at: string | null;
  /** Any doubt about the code, such as another source that prints it differently. */
  note: string | null;
}

export interface OrganizationReference {
  id: string;
  slug: string;
  name: string;
}

/** The texts of a record that can be translated; the originals are in English. */
export const translatedFields = [
  'description',
  'eligibility',
  'hours',
  'what_happened',
  'still_there',
  'status_note',
] as const;
export type TranslatedField = (typeof translatedFields)[number];

/** A text of a record in another language. */
export interface Translation {
  field: TranslatedField;
  language: LanguageCode;
  text: string;
  /** The English original has changed since the translation. */
  outdated: boolean;
  /** The reviewer, who knows the language; null for an unreviewed machine translation. */
  reviewed_by: string | null;
}
