import type {
  EditedKind,
  EditedRecord,
  RecordDocument,
  RecordList,
  Revision,
  RevisionNote,
  RevisionSummary,
} from '#contract';
import { request } from './request.ts';

/** The last part of the API's paths for each kind of record. */
export const kindPaths = {
  organization: 'organizations',
  help_line: 'help-lines',
  facility: 'facilities',
  guide: 'guides',
} as const satisfies Record<EditedKind, string>;

/** Returns the kind of a path; null: there is none. */
export function kindOfPath(path: string | undefined): EditedKind | null {
  const found = Object.entries(kindPaths).find(([, known]) => known === path);
  return (found?.[0] as EditedKind | undefined) ?? null;
}

export interface RecordId {
  kind: EditedKind;
  id: string;
}

/** Returns the path of a record in the API. */
export function recordPath({ kind, id }: RecordId): string {
  return `/v1/admin/${kindPaths[kind]}/${id}`;
}

export async function listRecords(query: URLSearchParams): Promise<RecordList> {
  return (await request<RecordList>(`/v1/admin/records?${query}`)).body;
}

export async function readRecord(record: RecordId): Promise<EditedRecord> {
  return (await request<EditedRecord>(recordPath(record))).body;
}

/** A change of a record and why it is made. */
export interface RecordEdit {
  document: RecordDocument;
  revision: RevisionNote;
}

/** @throws ProblemError 412 when somebody changed it in the meantime; `current` is the record now */
export async function saveRecord(
  record: RecordId,
  version: number,
  edit: RecordEdit,
): Promise<EditedRecord> {
  const { body } = await request<EditedRecord>(recordPath(record), {
    method: 'PUT',
    body: edit,
    headers: ifMatch(version),
  });
  return body;
}

/** @param key the same for each attempt to create the same record */
export async function createRecord(
  kind: EditedKind,
  edit: RecordEdit,
  key: string,
): Promise<EditedRecord> {
  const { body } = await request<EditedRecord>(`/v1/admin/${kindPaths[kind]}`, {
    method: 'POST',
    body: edit,
    headers: { 'idempotency-key': key },
  });
  return body;
}

/** Sends a change for review instead of publishing it. */
export async function proposeRecord(
  record: RecordId,
  version: number,
  edit: RecordEdit,
): Promise<void> {
  await request(`${recordPath(record)}/proposals`, {
    method: 'POST',
    body: edit,
    headers: { ...ifMatch(version), 'idempotency-key': crypto.randomUUID() },
  });
}

export async function deleteRecord(
  record: RecordId,
  version: number,
  revision: RevisionNote,
): Promise<void> {
  await request(recordPath(record), {
    method: 'DELETE',
    body: { revision },
    headers: ifMatch(version),
  });
}

export async function listRevisions(record: RecordId): Promise<RevisionSummary[]> {
  const path = `${recordPath(record)}/revisions`;
  return (await request<{ items: RevisionSummary[] }>(path)).body.items;
}

export async function readRevision(record: RecordId, id: string): Promise<Revision> {
  return (await request<Revision>(`${recordPath(record)}/revisions/${id}`)).body;
}

/**
 * Takes one change back; later changes stay.
 *
 * @throws ProblemError 409 when a later change was to the same
 */
export async function undoRevision(
  record: RecordId,
  { id, version }: { id: string; version: number },
  revision: RevisionNote,
): Promise<void> {
  await request(`${recordPath(record)}/revisions/${id}/undo`, {
    method: 'POST',
    body: { revision },
    headers: ifMatch(version),
  });
}

/** Returns the header that says which version of a record a request is about. */
export function ifMatch(version: number): Record<string, string> {
  return { 'if-match': `"${version}"` };
}
