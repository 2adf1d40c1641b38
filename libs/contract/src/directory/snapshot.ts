import type { Listing } from '../listing/listing.ts';
import type { SourceNote } from '../listing/record-parts.ts';
import type { ListedService, OpeningHours } from '../listing/service.ts';
import type { Facility, HelpLine, Organization } from './directory.ts';

/**
 * A record without the fields that depend on the current time; clients compute them from its
 * dates.
 */
export type WithoutFreshness<Record> = Omit<Record, 'freshness' | 'sources'> & {
  /** RFC 3339: when the record should be verified again; null if it was never verified. */
  due_at: string | null;
  /** Omitted if the snapshot was requested without sources. */
  sources?: SourceNote[];
};

/**
 * Fields that a listing copies from its organization; a snapshot contains them once per
 * organization.
 */
export const organizationFields = [
  'organization',
  'description',
  'website',
  'email',
  'sources',
] as const;

export interface SnapshotListing
  extends Omit<
    WithoutFreshness<Listing>,
    'open' | 'distance_m' | 'bearing_deg' | 'services' | (typeof organizationFields)[number]
  > {
  /** Omitted for a single service that is given: the listing itself says all about it. */
  services?: ListedService[];
  /** null if unknown, or only known as text. */
  opening_hours: OpeningHours | null;
}

/** An organization without its facilities, because the facilities list their organizations. */
export type SnapshotOrganization = Omit<WithoutFreshness<Organization>, 'facilities'> & {
  /** Includes closed ones. */
  listings: SnapshotListing[];
};

/** A facility without the fields that depend on the client. */
export type SnapshotFacility = Omit<Facility, 'sources' | 'distance_m'> & {
  sources?: SourceNote[];
};

/** About 20 MB: more than a phone should have to store. */
export const MAX_SNAPSHOT_LISTINGS = 20_000;

/** The complete directory, or the changes in it, for offline search. */
export interface Snapshot {
  /** Number of the last change included; pass it as `since` to request later changes. */
  sequence: number;
  /**
   * Ids of the organizations, help lines and facilities that changed: stored records with these ids
   * are replaced by the ones here. null if the snapshot is complete.
   */
  changed: string[] | null;
  organizations: SnapshotOrganization[];
  help_lines: WithoutFreshness<HelpLine>[];
  facilities: SnapshotFacility[];
}
