import type { EntityManager } from 'typeorm';
import {
  differencesOf,
  type EditedKind,
  type RecordDocument,
  type ReviewedSuggestion,
  type RevisionNote,
  type SuggestionOrigin,
} from '#contract';
import { privatePlaces, withhold } from '../document/withhold.ts';
import { type Access, inScope, scopeParameter } from '../record/author.ts';
import { RecordNotFoundError } from '../record/errors.ts';
import type { StoredRecord } from '../record/stored-record.ts';
import { fileDocument } from './file-document.ts';

/** An open suggestion as it is stored, with the record that it is about. */
export interface StoredSuggestion {
  id: string;
  origin: SuggestionOrigin;
  text: string;
  made_at: string;
  state: 'open' | 'accepted' | 'declined';
  kind: EditedKind;
  record_id: string;
  name: string;
  author: ReviewedSuggestion['author'];
  action: 'note' | 'update' | 'delete';
  base: RecordDocument | null;
  document: RecordDocument | null;
  /** A record of the bundled files, in their form. */
  file: object | null;
  note: RevisionNote | null;
  four_eyes: boolean;
}

/** Words of readers that tell of a danger: a place that closed, a code, a line that is not theirs. */
const HARMFUL = 'cerrad|close|shut|codigo|code|scam|estafa|peligro|danger|wrong number|equivocad';

// $1: the scope. A listing is a place of an organization, or its help without a place.
const SUGGESTIONS = `
  SELECT suggestion.id, origin, text, suggestion.made_at, suggestion.state, subject.kind,
    subject.id AS record_id, subject.name, base, document, suggestion.proposed AS file, note,
    CASE WHEN author_id IS NOT NULL
      THEN json_build_object('id', author_id, 'name', author_name) END AS author,
    CASE WHEN action IS NOT NULL THEN action WHEN file_version = 'removed' THEN 'delete'
      WHEN suggestion.proposed IS NOT NULL THEN 'update' ELSE 'note' END AS action,
    coalesce(four_eyes, file_version = 'removed', false) AS four_eyes,
    CASE WHEN coalesce(four_eyes, fold(text) ~ '${HARMFUL}') AND origin <> 'file' THEN 1
      WHEN origin <> 'file' THEN 2 ELSE 3 END AS rank
    FROM suggestion
    LEFT JOIN location ON suggestion.record_kind = 'listing' AND location.id = suggestion.record_id
    JOIN record_summary AS subject
      ON subject.id = coalesce(location.organization_id, suggestion.record_id)
    LEFT JOIN proposal ON suggestion_id = suggestion.id
   WHERE ${inScope(1, 'subject')}`;

/** SQL for what waits for review. $1: the scope. */
export const OPEN_SUGGESTIONS = `SELECT * FROM (${SUGGESTIONS}) AS one WHERE state = 'open'`;

/** Reads open suggestions, the most harmful first, the oldest of these before newer ones. */
export async function openSuggestions(
  manager: EntityManager,
  { scope }: Pick<Access, 'scope'>,
  { offset, limit }: { offset: number; limit: number },
): Promise<{ rows: StoredSuggestion[]; total: number }> {
  const parameter = scopeParameter(scope);
  const [count] = await manager.query<{ total: number }[]>(
    `SELECT count(*)::integer AS total FROM (${OPEN_SUGGESTIONS}) AS open`,
    [parameter],
  );
  const rows = await manager.query<StoredSuggestion[]>(
    `${OPEN_SUGGESTIONS} ORDER BY rank, made_at, id LIMIT $2 OFFSET $3`,
    [parameter, limit, offset],
  );
  return { rows: rows.map(withTime), total: count?.total ?? 0 };
}

/**
 * Reads a suggestion, and keeps others from handling it until the transaction ends.
 *
 * @throws RecordNotFoundError when there is none about a record of the scope
 */
export async function lockSuggestion(
  manager: EntityManager,
  id: string,
  { scope }: Pick<Access, 'scope'>,
): Promise<StoredSuggestion> {
  await manager.query(`SELECT FROM suggestion WHERE id = $1 FOR UPDATE`, [id]);
  const [row] = await manager.query<StoredSuggestion[]>(
    `SELECT * FROM (${SUGGESTIONS}) AS one WHERE id = $2`,
    [scopeParameter(scope), id],
  );
  if (!row) throw new RecordNotFoundError();
  return withTime(row);
}

/** Returns the document that a suggestion proposes, and the one that it changes; null: none. */
export function proposedDocument(
  { base, document, file }: StoredSuggestion,
  record: StoredRecord,
): { base: RecordDocument; document: RecordDocument } | null {
  if (document && base) return { base, document };
  const fromFile = file && fileDocument(file, record);
  return fromFile && { base: record.document, document: fromFile };
}

/** Returns what of a suggestion someone may see. */
export function visibleSuggestion(
  suggestion: StoredSuggestion,
  record: StoredRecord,
  { confidential }: Pick<Access, 'confidential'>,
): ReviewedSuggestion {
  const { id, origin, action, text, made_at, author, note, four_eyes, kind, name } = suggestion;
  const proposed = proposedDocument(suggestion, record);
  const states = [proposed?.base, proposed?.document, record.document];
  const hidden = states.flatMap((state) => privatePlaces(state ?? null));
  const visible = (state: RecordDocument) => (confidential ? state : withhold(state, hidden));
  return {
    ...{ id, origin, action, text, made_at, author, note, four_eyes },
    record: { kind, id: record.id, slug: record.document.slug, name, version: record.version },
    differences: proposed ? differencesOf(visible(proposed.base), visible(proposed.document)) : [],
  };
}

function withTime(row: StoredSuggestion): StoredSuggestion {
  return { ...row, made_at: new Date(row.made_at).toISOString() };
}
