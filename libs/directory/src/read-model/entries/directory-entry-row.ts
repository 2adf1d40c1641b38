import type { TagName } from '../../tags/tag-name.ts';

/** What has records of its own. */
export type RecordKind = 'organization' | 'help_line' | 'facility';
/** What is served by itself: a record, or a code that one of them has. */
export type DirectoryEntryKind = RecordKind | 'speed_dial';

/** A row of `directory_card`, its tags still by name. */
export interface DirectoryEntryRow {
  id: string;
  kind: DirectoryEntryKind;
  slug: string;
  name: string;
  tags: TagName[];
  text: string;
  longitude: number | null;
  latitude: number | null;
  verified_at: string | null;
  due_at: string | null;
  card: string;
}
