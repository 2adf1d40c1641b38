import type { Freshness } from '../vocabulary/codes.ts';
import type { EditedKind } from './role.ts';

/** A record in a list. */
export interface RecordListItem {
  kind: EditedKind;
  id: string;
  slug: string;
  name: string;
  status: string;
  regions: string[];
  version: number;
  verified_at: string | null;
  due_at: string | null;
  freshness: Freshness;
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
