import type { SourceNote } from '../listing/record-parts.ts';
import type { LanguageCode } from '../vocabulary/codes.ts';

export const guideStatuses = ['current', 'historical', 'under review'] as const;
/** `historical`: the rules have changed; `under review`: parts of it may be outdated. */
export type GuideStatus = (typeof guideStatuses)[number];

/** A change since a guide was written. */
export interface GuideChange {
  /** ISO 8601 date, as precise as known. */
  date: string;
  what: string;
  /** Of `what`. */
  language: LanguageCode;
  source_url: string | null;
}

/** A part of a guide: text, or a place where the page offers help. */
export type GuideBlock =
  | { kind: 'text'; html: string }
  | { kind: 'help'; service_types: string[]; help_lines: string[] };

/** A guide in a list, in the requested language or, if it is not available in that, in English. */
export interface GuideSummary {
  slug: string;
  title: string;
  summary: string;
  /** Language of the text. */
  language: LanguageCode;
  /** The languages in which the guide is available. */
  languages: LanguageCode[];
  /** A machine translation that no native speaker has reviewed. */
  draft: boolean;
  status: GuideStatus;
  /** ISO 8601 date of the knowledge in the text. */
  as_of: string;
  /** The lawyer who has signed it; null if none has. */
  reviewed_by: string | null;
  /** ISO 8601 date from which a current guide automatically counts as under review. */
  review_due: string | null;
}

export interface Guide extends GuideSummary {
  blocks: GuideBlock[];
  /** Oldest first. */
  changes: GuideChange[];
  sources: SourceNote[];
}

/** Computes the status on a day: a current guide is under review once its review date has come. */
export function guideStatusAt(
  today: string,
  status: GuideStatus,
  reviewDue: string | null,
): GuideStatus {
  return status === 'current' && reviewDue !== null && reviewDue <= today ? 'under review' : status;
}
