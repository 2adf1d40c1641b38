import type { Listing, SourceNote } from '../listing/listing.ts';
import type { Facility, HelpLine, Organization } from './directory.ts';

/** A record without what depends on the moment; by its dates a reader can tell that too. */
export type WithoutFreshness<Record> = Omit<Record, 'freshness' | 'sources'> & {
  /** RFC 3339: when it should be checked again; null: nobody has checked it yet. */
  due_at: string | null;
  /** Left out where the snapshot was asked for without. */
  sources?: SourceNote[];
};

/** Opening hours that repeat every week. */
export interface OpeningHours {
  /** IANA name of the zone that the place's clocks keep. */
  time_zone: string;
  /** Minutes since Monday 00:00, the end not included. */
  week: [from: number, to: number][];
}

/** What a listing says of its organization: a snapshot tells it once, with the organization. */
export const organizationFields = [
  'organization',
  'description',
  'website',
  'email',
  'translations',
  'sources',
] as const;

export interface SnapshotListing
  extends Omit<
    WithoutFreshness<Listing>,
    'open' | 'distance_m' | 'bearing_deg' | (typeof organizationFields)[number]
  > {
  /** null: not known, or known in words alone. */
  opening_hours: OpeningHours | null;
}

/** Without what the facilities tell: where it is said to work. */
export type SnapshotOrganization = Omit<WithoutFreshness<Organization>, 'facilities'> & {
  /** Closed ones too. */
  listings: SnapshotListing[];
};

/** A facility without what depends on who asks. */
export type SnapshotFacility = Omit<Facility, 'sources' | 'distance_m'> & {
  sources?: SourceNote[];
};

/** About 20 MB: more than anyone should carry on a phone. */
export const MAX_SNAPSHOT_LISTINGS = 20_000;

/** The whole directory, or what changed of it, to be kept and searched elsewhere. */
export interface Snapshot {
  /** Of the last change that is in it: ask for what came `since`. */
  sequence: number;
  /**
   * Ids of the organizations, help lines and facilities that changed: what is kept of them gives way
   * to what is here. null: this is everything.
   */
  changed: string[] | null;
  organizations: SnapshotOrganization[];
  help_lines: WithoutFreshness<HelpLine>[];
  facilities: SnapshotFacility[];
}
