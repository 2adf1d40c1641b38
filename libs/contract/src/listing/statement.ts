import type { OrganizationReference } from './listing.ts';

/** What a source says of an organization that works in a facility. */
export interface Statement {
  /** In the words of the record, in English. */
  statement: string;
  /** null: the source was seen, but has no public address. */
  source_url: string | null;
  /** ISO 8601 date of the source, as precise as it gives it; null: undated. */
  as_of: string | null;
}

/** An organization that is said to work in a facility. */
export interface FacilityServer extends Statement {
  organization: OrganizationReference;
}

/** A facility where an organization is said to work. */
export interface ServedFacility extends Statement {
  facility: { slug: string; name: string };
}
