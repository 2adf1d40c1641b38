import type { Geodesic } from '#geo';
import type { DirectoryEntryKind } from '../read-model/entries/directory-entry-row.ts';
import type { StoredHours } from '../schedule/stored-hours.ts';

/** How much of a record is read: what lists contain of it, or everything. */
export type Shape = 'summary' | 'full';

/** A stored JSON document; the fields that depend on the request are added when it is served. */
export interface ServedRow {
  id: string;
  document: string;
  verified_at: Date | null;
  due_at: Date | null;
}

export interface ServedListing extends ServedRow, StoredHours {
  /** The public point; null without one. */
  longitude: number | null;
  latitude: number | null;
}

/** A listing as seen from a point. */
export interface NearbyListing extends Geodesic {
  listing: ServedListing;
}

export interface ServedDirectoryEntry extends ServedRow {
  kind: DirectoryEntryKind;
  longitude: number | null;
  latitude: number | null;
}
