import type { TagName } from '../../tags/tag-name.ts';

/** The kinds of records. */
export const recordKinds = ['organization', 'help_line', 'facility'] as const;
export type RecordKind = (typeof recordKinds)[number];
/** The kinds of directory entries: records, and the speed dial codes of records. */
export const directoryEntryKinds = [...recordKinds, 'speed_dial'] as const;
export type DirectoryEntryKind = (typeof directoryEntryKinds)[number];

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
