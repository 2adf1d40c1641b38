import type { EntityManager } from 'typeorm';
import type { RecordDocument, RevisionNote } from '#contract';
import type { Author } from '../record/author.ts';
import { needsFourEyes } from '../record/four-eyes.ts';
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
