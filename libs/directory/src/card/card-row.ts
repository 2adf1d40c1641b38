import type { TagName } from '../tag-name.ts';

export type CardKind = 'organization' | 'help_line' | 'facility';

/** A row of `directory_card`, its tags still by name. */
export interface CardRow {
  id: string;
  kind: CardKind;
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
