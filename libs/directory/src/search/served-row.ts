import type { Geodesic } from '#geo';
import type { DirectoryEntryKind } from '../read-model/entries/directory-entry-row.ts';

/** A card as text, without its closing brace's company: what depends on the asker is added to it. */
export interface ServedRow {
  id: string;
  document: string;
  verified_at: Date | null;
  due_at: Date | null;
}

export interface ServedListing extends ServedRow {
  /** `{[480,1200),...}`, minutes of the week; null when the hours are not known. */
  open_week: string | null;
  time_zone: string | null;
  /** Of the point that the public may know; null without one. */
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
