import type { TagName } from '../../tags/tag-name.ts';

/** The kinds of records. */
export type RecordKind = 'organization' | 'help_line' | 'facility';
/** The kinds of directory entries: records, and the speed dial codes of records. */
export type DirectoryEntryKind = RecordKind | 'speed_dial';

/** A row of `directory_card`, with its tags still by name. */
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
