import type { SourceNote } from '../listing/listing.ts';
import type { LanguageCode } from '../vocabulary/codes.ts';

export const guideStatuses = ['current', 'historical', 'under review'] as const;
/** `historical`: the rules have changed; `under review`: some of it may be wrong by now. */
export type GuideStatus = (typeof guideStatuses)[number];

/** What changed since a guide was written. */
export interface GuideChange {
  /** ISO 8601 date, as precise as it is known. */
  date: string;
  what: string;
  /** Of `what`. */
  language: LanguageCode;
  source_url: string | null;
}

/** A part of a guide: text, or the place where help is offered. */
export type GuideBlock =
  | { kind: 'text'; html: string }
  | { kind: 'help'; service_types: string[]; help_lines: string[] };

/** A guide in a list, in the language asked for or, where it is not told in that, in English. */
export interface GuideSummary {
  slug: string;
  title: string;
  summary: string;
  /** Of the text. */
  language: LanguageCode;
  /** In which it is told. */
  languages: LanguageCode[];
  /** A machine translated it, and nobody has gone over it who grew up with the language. */
  draft: boolean;
  status: GuideStatus;
  /** ISO 8601 date of the knowledge in the text. */
  as_of: string;
  /** The lawyer who has signed it; null: none has. */
  reviewed_by: string | null;
  /** ISO 8601 date after which a current guide is under review by itself. */
  review_due: string | null;
}

export interface Guide extends GuideSummary {
  blocks: GuideBlock[];
  /** The oldest first. */
  changes: GuideChange[];
  sources: SourceNote[];
}

/** A guide that is current is under review by itself once its date has come. */
export function guideStatusAt(
  today: string,
  status: GuideStatus,
  reviewDue: string | null,
): GuideStatus {
  return status === 'current' && reviewDue !== null && reviewDue <= today ? 'under review' : status;
}
