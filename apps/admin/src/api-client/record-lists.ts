import type {
  BulkChangeReport,
  BulkChangeRequest,
  BulkChangeSummary,
  BulkUndoReport,
  Person,
  SavedView,
} from '#contract';
import { request } from './request.ts';

type Items<Item> = { items: Item[] };

/** Returns the views of the list that the account has stored. */
export async function listSavedViews(): Promise<SavedView[]> {
  return (await request<Items<SavedView>>('/v1/admin/saved-views')).body.items;
}

/** Stores a view; one of the same name is replaced. */
export async function storeSavedView(view: Omit<SavedView, 'id'>): Promise<void> {
  await request('/v1/admin/saved-views', { method: 'POST', body: view });
}

export async function removeSavedView(id: string): Promise<void> {
  await request(`/v1/admin/saved-views/${id}`, { method: 'DELETE' });
}

/** Returns the people who can look after records. */
export async function listAssignees(): Promise<Person[]> {
  return (await request<Items<Person>>('/v1/admin/assignees')).body.items;
}

/** @param key the same for each part of a bulk change */
export async function sendBulkChange(
  part: BulkChangeRequest,
  key: string,
): Promise<BulkChangeReport> {
  const { body } = await request<BulkChangeReport>('/v1/admin/bulk-changes', {
    method: 'POST',
    body: part,
    headers: { 'idempotency-key': key },
  });
  return body;
}

/** Returns the latest bulk changes of the account, the newest first. */
export async function listBulkChanges(): Promise<BulkChangeSummary[]> {
  return (await request<Items<BulkChangeSummary>>('/v1/admin/bulk-changes')).body.items;
}

/** Takes a part of a bulk change back; call it again until nothing is left. */
export async function undoBulkChange(id: string): Promise<BulkUndoReport> {
  const path = `/v1/admin/bulk-changes/${id}/undo`;
  return (await request<BulkUndoReport>(path, { method: 'POST', body: {} })).body;
}
