import type { EntityManager } from 'typeorm';
import { differencesOf, type RecordDocument, type RevisionNote } from '#contract';
import type { Author } from '../record/author.ts';
import type { StoredRecord } from '../record/stored-record.ts';

/** A change that someone proposes instead of making it. */
export interface NewProposal {
  /** null: delete the record. */
  document: RecordDocument | null;
  text: string;
  note: RevisionNote;
  author: Author;
  now: Date;
}

/** Stores a proposal as a suggestion that waits for review. @returns its id */
export async function addProposal(
  manager: EntityManager,
  record: StoredRecord,
  { document, text, note, author, now }: NewProposal,
): Promise<string> {
  const { kind, id } = record;
  const [suggestion] = await manager.query<{ id: string }[]>(
    `INSERT INTO suggestion (record_kind, record_id, made_at, text, origin)
     VALUES ($1, $2, $3, $4, 'proposal') RETURNING id`,
    [kind, id, now, text],
  );
  await manager.query(
    `INSERT INTO proposal (suggestion_id, author_id, author_name, action, base, document, note,
       four_eyes) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      ...[suggestion?.id, author.id, author.name, document ? 'update' : 'delete'],
      ...[JSON.stringify(record.document), document && JSON.stringify(document)],
      ...[JSON.stringify(note), needsFourEyes(record.document, document)],
    ],
  );
  return String(suggestion?.id);
}

/**
 * Whether nobody makes this change alone by review: it is about codes, private places, a closure or a
 * deletion.
 */
export function needsFourEyes(before: RecordDocument, after: RecordDocument | null): boolean {
  if (after === null) return true;
  return differencesOf(before, after).some(({ path }) => {
    const [, field = '', id] = path.split('/');
    if (field === 'speed_dials' || field === 'closure' || field === 'status') return true;
    if (field === 'published') return true;
    return field === 'places' && [before, after].some((document) => isPrivate(document, id));
  });
}

/** Whether a change is about what is private of a place. */
export function changesPrivatePlaces(before: RecordDocument, after: RecordDocument): boolean {
  return differencesOf(before, after).some(({ path }) => {
    const [, field, id] = path.split('/');
    return field === 'places' && [before, after].some((document) => isPrivate(document, id));
  });
}

function isPrivate(document: RecordDocument, id: string | undefined): boolean {
  if (!('places' in document)) return false;
  return document.places.some((place) => place.visibility !== 'exact' && (!id || place.id === id));
}
