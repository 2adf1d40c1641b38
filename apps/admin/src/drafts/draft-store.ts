import { type Difference, differencesOf, type PlaceDocument, type RecordDocument } from '#contract';

/** Changes that were not published yet, as they are kept in this browser. */
export interface Draft {
  /** ISO 8601. */
  at: string;
  differences: Difference[];
}

const PREFIX = 'draft ';
const DAY_MS = 24 * 60 * 60 * 1000;
const KEPT_DAYS = 30;

/** Returns what changes of a record are kept under. */
export function draftKey(userId: string, kind: string, id: string | null): string {
  return `${PREFIX}${userId} ${kind} ${id ?? 'new'}`;
}

/** Returns the draft of a record; null: there is none, or it is too old. */
export function readDraft(key: string): Draft | null {
  const draft = JSON.parse(storage()?.getItem(key) ?? 'null') as Draft | null;
  const isOld = draft !== null && Date.parse(draft.at) < Date.now() - KEPT_DAYS * DAY_MS;
  return isOld ? null : draft;
}

/** Keeps what differs from the published record, but nothing that only some may see. */
export function writeDraft(key: string, published: RecordDocument, now: RecordDocument): void {
  const differences = differencesOf(published, now).filter((one) => !isPrivate(one, now));
  if (differences.length === 0) {
    removeDraft(key);
    return;
  }
  const draft: Draft = { at: new Date().toISOString(), differences };
  storage()?.setItem(key, JSON.stringify(draft));
}

export function removeDraft(key: string): void {
  storage()?.removeItem(key);
}

/** Leaves nothing in the browser for whoever uses it next. */
export function removeDrafts(): void {
  const keys = Object.keys(storage() ?? {}).filter((key) => key.startsWith(PREFIX));
  for (const key of keys) storage()?.removeItem(key);
}

/** Some browsers refuse to keep anything. */
function storage(): Storage | null {
  try {
    return localStorage;
  } catch {
    return null;
  }
}

/** Whether a difference has, or had, the street or the point of a private place. */
function isPrivate({ path, before, after }: Difference, document: RecordDocument): boolean {
  const [, list, id, field] = path.split('/');
  if (list !== 'places' || !('places' in document)) return false;
  if (field !== undefined) {
    const place = document.places.find((one) => one.id === id);
    return place?.visibility !== 'exact' && ['point', 'addresses'].includes(field);
  }
  const whole = [before, after].flat().filter((part) => typeof part === 'object');
  return (whole as (Partial<PlaceDocument> | null)[]).some(
    (place) => place !== null && place.visibility !== 'exact',
  );
}
