import type { Freshness } from '../vocabulary/codes.ts';
import type { EditedKind } from './role.ts';

/** What a list of records is sorted by; each begins with what matters most. */
export const recordSorts = ['name', 'changed', 'verified', 'due'] as const;
export type RecordSort = (typeof recordSorts)[number];

/** Whether a record should be verified: it never was, it is due, or it is not. Guides are not verified. */
export const dueStates = ['due', 'never', 'fresh'] as const;
export type DueState = (typeof dueStates)[number];

/** A record in a list. */
export interface RecordListItem {
  kind: EditedKind;
  id: string;
  slug: string;
  name: string;
  status: string;
  regions: string[];
  service_types: string[];
  version: number;
  /** When somebody last changed it; null: it is as it was bundled. */
  changed_at: string | null;
  verified_at: string | null;
  due_at: string | null;
  freshness: Freshness;
  /** Who looks after it; null: nobody in particular. */
  assignee: Person | null;
}

/** Somebody with an account. */
export interface Person {
  id: string;
  name: string;
}

/** A page of records, and how many there are in all that the account may see. */
export interface RecordList {
  items: RecordListItem[];
  total: number;
  page: number;
  pages: number;
  /** Of all kinds, with the other filters. */
  counts: Record<EditedKind, number>;
}
