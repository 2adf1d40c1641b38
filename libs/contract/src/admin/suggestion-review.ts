import type { Difference } from './differences.ts';
import type { RevisionNote } from './record-document.ts';
import type { EditedKind } from './role.ts';

export const suggestionOrigins = ['reader', 'file', 'proposal'] as const;
/** Who suggests something: a reader, the bundled records, or someone who keeps records. */
export type SuggestionOrigin = (typeof suggestionOrigins)[number];

/** A suggestion that waits for review. */
export interface ReviewedSuggestion {
  id: string;
  origin: SuggestionOrigin;
  /** What is done when it is accepted; `note`: nothing by itself. */
  action: 'note' | 'update' | 'delete';
  text: string;
  made_at: string;
  /** Of a proposal; null: a reader, a file, or their data were erased. */
  author: { id: string; name: string } | null;
  note: RevisionNote | null;
  record: { kind: EditedKind; id: string; slug: string; name: string; version: number };
  /** Whether its author cannot accept it. */
  four_eyes: boolean;
  /** From the present record to what is proposed. */
  differences: Difference[];
}

/** What became of a change that somebody proposed, as they see it. */
export interface OwnProposal {
  id: string;
  record: { kind: EditedKind; id: string /** null: it was deleted. */; name: string | null };
  text: string;
  made_at: string;
  state: 'open' | 'accepted' | 'declined';
  /** Who has decided, when, and what they say about it. */
  decision: { by: string | null; at: string; reply: string | null } | null;
}

/**
 * When codes, private places, closures and deletions need somebody else than their author: `always`,
 * for `proposals` alone, or `off`.
 */
export const fourEyesRules = ['always', 'proposals', 'off'] as const;
export type FourEyes = (typeof fourEyesRules)[number];
